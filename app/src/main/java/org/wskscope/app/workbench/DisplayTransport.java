package org.wskscope.app.workbench;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;

/**
 * What the top bar does to the display. The engine goes on either way.
 *
 * @param paused true while the display stands still
 * @param speed 1.0 is as it happens, 0.25 four times slower
 */
public record DisplayTransport(BooleanProperty paused, DoubleProperty speed) {}
