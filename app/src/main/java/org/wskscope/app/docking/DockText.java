package org.wskscope.app.docking;

/**
 * What the dock area says to people, in their language.
 *
 * @param close names the closing of a window
 * @param open names the opening of a window
 * @param more names the menu of windows whose titles find no room
 * @param divider what a divider is and which keys move it, for a screen reader
 * @param leftOf names the moving of a window to the left of another, chosen after it; the next three likewise
 * @param tabOf names the moving of a window to the place of another, as a further tab
 * @param reset names the return to the first layout
 */
public record DockText(
        String close,
        String open,
        String more,
        String divider,
        String leftOf,
        String rightOf,
        String above,
        String below,
        String tabOf,
        String reset) {}
