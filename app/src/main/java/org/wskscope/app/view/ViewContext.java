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
 */
public record ViewContext(
        Messages messages,
        ObservableValue<TokenPalette> palette,
        ObservableDoubleValue uiScale,
        ObservableBooleanValue reduceMotion,
        Notices notices) {}
