package org.wskscope.app.control;

import java.util.Optional;

/** Answers what lies under a pixel of a {@link LaneCanvas}. FX thread. */
@FunctionalInterface
public interface LaneHitTest<T> {
    Optional<T> at(double x, double y);
}
