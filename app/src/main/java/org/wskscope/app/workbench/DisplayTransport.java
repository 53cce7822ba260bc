package org.wskscope.app.workbench;

import javafx.beans.property.DoubleProperty;

/**
 * How fast what the window shows goes on.
 *
 * @param speed 1.0 is as it happens, 0.25 four times slower
 */
public record DisplayTransport(DoubleProperty speed) {}
