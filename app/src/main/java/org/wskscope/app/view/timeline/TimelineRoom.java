package org.wskscope.app.view.timeline;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;
import org.wskscope.app.control.LaneCanvas;

/** Decides what gives way in a small timeline, so that there are always lanes: the overview goes, ruler and names take less. Lengths are pixels at 100 %. FX thread. */
final class TimelineRoom {
    /** Column of names in a window that is no wider than {@link #SLIM}: no room for what the lanes are called. */
    static final double SLIM_GUTTER = 56;

    private static final double GUTTER = 150;
    private static final double RULER = 28;
    private static final double LOW_RULER = 18;
    private static final double LOW = 170;
    private static final double SLIM = 420;

    private final Region root;
    private final LaneCanvas<TimelineHit> lanes;
    private final OverviewStrip overview;
    private final ObservableDoubleValue uiScale;
    /** Kept by the root, because the scale outlives the window and is listened to weakly. */
    private final InvalidationListener onChange = o -> giveWay();

    TimelineRoom(Region root, LaneCanvas<TimelineHit> lanes, OverviewStrip overview, ObservableDoubleValue uiScale) {
        this.root = root;
        this.lanes = lanes;
        this.overview = overview;
        this.uiScale = uiScale;
        lanes.setMargins(GUTTER, RULER);
    }

    /** From now on what there is no room for gives way. The root keeps this object. */
    void keep() {
        root.widthProperty().addListener(onChange);
        root.heightProperty().addListener(onChange);
        uiScale.addListener(new WeakInvalidationListener(onChange));
    }

    private void giveWay() {
        boolean low = root.getHeight() / uiScale.get() < LOW;
        boolean slim = root.getWidth() / uiScale.get() < SLIM;
        overview.setVisible(!low);
        overview.setManaged(!low);
        lanes.setMargins(slim ? SLIM_GUTTER : GUTTER, low ? LOW_RULER : RULER);
    }
}
