package org.wskscope.app.view;

/** Where a tool window is until the user moves it. Windows of one place are tabs. */
public enum ViewPlace {
    LEFT,
    LEFT_BOTTOM,
    CENTER_TOP,
    CENTER_BOTTOM,
    BOTTOM,
    RIGHT
}
