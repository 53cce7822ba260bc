package org.wskscope.engine.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wskscope.engine.projection.OpenInspection.Stage;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Conditional accept on one listener: its mode and the requests that are open. */
@ProjectorThread
final class InspectionsFold {
    private final Map<Integer, OpenInspection> open = new LinkedHashMap<>();
    private boolean conditional;
    private int asked;

    InspectionsFold() {}

    InspectionsFold(InspectionsFold other) {
        open.putAll(other.open);
        conditional = other.conditional;
        asked = other.asked;
    }

    /** Everything that decides how it goes on. */
    void describe(StringBuilder text) {
        text.append(open).append(conditional).append(asked);
    }

    boolean isConditional() {
        return conditional;
    }

    /** Oldest first. */
    List<OpenInspection> open() {
        return List.copyOf(open.values());
    }

    void changed(RecordCursor record) {
        conditional = record.conditional();
    }

    void requested(RecordCursor record, long nowNanos) {
        int serial = record.inspection();
        open.put(serial, new OpenInspection(serial, record.address(), nowNanos, record.sequence(), Stage.ARRIVED));
    }

    void entered(RecordCursor record) {
        if (record.callback() == WskCallback.INSPECT) {
            asked = (int) record.amount();
            move(asked, Stage.ASKED);
        }
    }

    void returned(RecordCursor record) {
        if (record.callback() == WskCallback.INSPECT) {
            OpenInspection inspection = open.get(asked);
            boolean early = inspection != null && inspection.stage() != Stage.ASKED;
            InspectAction.of(record.statusCode()).filter(action -> !early).ifPresent(action -> answered(asked, action));
        }
    }

    /** {@code WskInspectComplete}, also one that comes while the inspect callback runs (EVT-INS-19). */
    void called(RecordCursor record) {
        if (record.function() == WskFunction.WSK_INSPECT_COMPLETE) {
            InspectAction.of(record.code()).ifPresent(action -> answered((int) record.detail(), action));
        }
    }

    void ended(RecordCursor record) {
        open.remove(record.inspection());
    }

    void socketClosed() {
        open.clear();
    }

    private void answered(int serial, InspectAction action) {
        switch (action) {
            case WskInspectAccept -> move(serial, Stage.ACCEPTED);
            case WskInspectPend -> move(serial, Stage.PENDED);
            case WskInspectReject -> {}
        }
    }

    private void move(int serial, Stage stage) {
        open.computeIfPresent(serial, (key, inspection) -> inspection.at(stage));
    }
}
