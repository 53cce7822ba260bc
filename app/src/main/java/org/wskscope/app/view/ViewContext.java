package org.wskscope.app.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import org.wskscope.app.theme.TokenPalette;

/**
 * What every tool window is given when it is made.
 *
 * @param messages the words it shows
 * @param palette the colours canvas code paints with; changes with the theme
 * @param uiScale what canvas code multiplies lengths by; 1.0 is 100 %
 * @param reduceMotion true if nothing should move that need not
 * @param notices where to say that a command was refused
 * @param memory what the views find again at the next start
 */
public record ViewContext(
        Messages messages,
        ObservableValue<TokenPalette> palette,
        ObservableDoubleValue uiScale,
        ObservableBooleanValue reduceMotion,
        Notices notices,
        ViewMemory memory) {
    /** As one whose views remember nothing beyond the program. */
    public ViewContext(
            Messages messages,
            ObservableValue<TokenPalette> palette,
            ObservableDoubleValue uiScale,
            ObservableBooleanValue reduceMotion,
            Notices notices) {
        this(messages, palette, uiScale, reduceMotion, notices, ViewMemory.brief());
    }
}
