package org.wskscope.app.docking;

/** What a header and its tabs ask of the dock area. */
interface DockGestures {
    void select(String window);

    void close(String window);

    void move(String window, String target, DockSide side);
}
