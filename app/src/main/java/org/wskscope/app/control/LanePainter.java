package org.wskscope.app.control;

/** Paints the lanes of one frame. FX thread; at most once per pulse. */
@FunctionalInterface
public interface LanePainter {
    void paint(LaneFrame frame);
}
