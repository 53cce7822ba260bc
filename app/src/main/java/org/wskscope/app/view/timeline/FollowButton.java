package org.wskscope.app.view.timeline;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;

/** In the header, where it covers nothing: brings the lanes back to the newest records. Not there while they follow, nor in the past, whose way back is the bar over the run. FX thread. */
final class FollowButton {
    private final Button button = new Button();
    private final LaneCanvas<?> lanes;
    private final SessionModel session;

    FollowButton(LaneCanvas<?> lanes, TimelineMoves moves, SessionModel session, Messages messages) {
        this.lanes = lanes;
        this.session = session;
        button.setId("timeline-follow");
        button.setText(messages.get("timeline.follow"));
        button.setGraphic(Icons.FOLLOW_TAIL.node("icon-small"));
        button.setTooltip(new Tooltip(messages.get("timeline.follow.tip")));
        button.getStyleClass().add("small");
        button.setFocusTraversable(false);
        button.setOnAction(event -> moves.follow());
        button.managedProperty().bind(button.visibleProperty());
        lanes.followTailProperty().addListener(o -> refresh());
        refresh();
    }

    Node node() {
        return button;
    }

    /** To be called when the past begins or ends. */
    void refresh() {
        button.setVisible(!lanes.followTailProperty().get() && !session.isPast());
    }
}
