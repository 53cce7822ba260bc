package org.wskscope.app.view.timeline;

import java.util.Optional;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.view.Messages;

/** The field in which one types what to find, or where to go. FX thread. */
final class TimelineJump {
    private final JumpField field;
    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private final Messages messages;

    TimelineJump(JumpField field, TimelineViewModel model, LaneCanvas<TimelineHit> lanes, Messages messages) {
        this.field = field;
        this.model = model;
        this.lanes = lanes;
        this.messages = messages;
    }

    void find() {
        field.open("timeline.find.prompt", text -> model.find(text) ? "" : nothing());
    }

    private String nothing() {
        return model.findsAmongAll()
                ? messages.get("timeline.find.nothing")
                : messages.format("timeline.find.further", TimelineViewModel.MOST_LOOKED_THROUGH);
    }

    void goTo() {
        field.open("timeline.goTo.prompt", this::goTo);
    }

    private String goTo(String text) {
        Optional<JumpTarget> target = JumpTarget.parse(text);
        if (target.isEmpty()) {
            return messages.get("timeline.goTo.unreadable");
        }
        if (target.get() instanceof JumpTarget.Record record) {
            if (record.sequence() >= model.snapshot().playhead()) {
                return messages.format(
                        "timeline.goTo.noRecord",
                        String.valueOf(model.snapshot().playhead()));
            }
            model.selectRecordOrItsBar(record.sequence());
        } else if (target.get() instanceof JumpTarget.Moment moment) {
            lanes.followTailProperty().set(false);
            lanes.show(lanes.viewport().with(moment.nanos(), 0.5));
        }
        return "";
    }
}
