package org.wskscope.app.docking;

import java.util.List;

/** A part of the dock area: a leaf with windows, or a branch with parts. Immutable. */
public sealed interface DockNode permits DockBranch, DockLeaf {
    /** The ids of all windows in it, closed ones too, in reading order. */
    List<String> windows();

    /** True if it takes the room that is left when the others have theirs. */
    boolean isElastic();
}
