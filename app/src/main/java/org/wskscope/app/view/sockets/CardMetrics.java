package org.wskscope.app.view.sockets;

import javafx.scene.layout.Region;

/** Heights of a card's parts in pixels at UI scale 1, known to the layout before any card exists. Pure. */
final class CardMetrics {
    static final double HEADER = 34;
    static final double ROW = 24;
    static final double CALL = 30;
    static final double FOOTER = 28;
    /** Padding above and below the toggles, and the card's border. */
    static final double REST = 8;

    private CardMetrics() {}

    /** Gives a row exactly this height. */
    static void fix(Region region, double height) {
        region.setMinHeight(height);
        region.setPrefHeight(height);
        region.setMaxHeight(height);
    }

    static double height(int lamps, int calls) {
        return HEADER + lamps * ROW + calls * CALL + FOOTER + REST;
    }
}
