package org.wskscope.app.workbench;

import java.util.List;

/** What a presentation shows; one key away from each other. */
enum PresentViews {
    TIMELINE("timeline"),
    GRAPH("graph"),
    BOTH("graph", "timeline");

    private final List<String> windows;

    PresentViews(String... windows) {
        this.windows = List.of(windows);
    }

    /** Ids of the tool windows, from top to bottom. */
    List<String> windows() {
        return windows;
    }
}
