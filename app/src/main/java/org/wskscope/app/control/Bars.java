package org.wskscope.app.control;

import javafx.scene.Node;

/** Marks strips of controls that stand around the work, such as a bar or a header: pressed with the mouse, their controls do not keep the focus. FX thread. */
public final class Bars {
    private static final Object MARK = Bars.class;

    private Bars() {}

    public static void mark(Node bar) {
        bar.getProperties().put(MARK, true);
    }

    public static boolean isOnOne(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().containsKey(MARK)) {
                return true;
            }
        }
        return false;
    }
}
