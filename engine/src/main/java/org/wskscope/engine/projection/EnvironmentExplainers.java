package org.wskscope.engine.projection;

import org.wskscope.engine.trace.RecordVisitor;
import org.wskscope.engine.trace.TraceRecord;

/** Explains each record of what surrounds the kernel. */
abstract class EnvironmentExplainers implements RecordVisitor<Explanation> {
    @Override
    public final Explanation visit(TraceRecord.ChoicesSet record) {
        return record.choices().isEmpty()
                ? ExplanationKind.CHOICES_USUAL.with(Long.toString(record.seed()))
                : ExplanationKind.CHOICES_OTHER.with(record.choices(), Long.toString(record.seed()));
    }

    @Override
    public final Explanation visit(TraceRecord.BehaviourSet record) {
        String callback = record.callback() == null ? "" : record.callback().functionName();
        return switch (record.origin()) {
            case CREATED -> ExplanationKind.BEHAVIOUR_CREATED.with();
            case INHERITED -> ExplanationKind.BEHAVIOUR_INHERITED.with();
            case COMMAND -> ExplanationKind.BEHAVIOUR_COMMAND.with(callback, record.text());
            case HOLD_USED -> ExplanationKind.BEHAVIOUR_HOLD_USED.with(callback);
        };
    }

    @Override
    public final Explanation visit(TraceRecord.PeerStarted record) {
        return ExplanationKind.PEER_STARTED.with(Integer.toString(record.peer()));
    }

    @Override
    public final Explanation visit(TraceRecord.PeerBound record) {
        return ExplanationKind.PEER_BOUND.with(Integer.toString(record.peer()), NotationText.numeric(record.local()));
    }

    @Override
    public final Explanation visit(TraceRecord.PeerChanged record) {
        String peer = Integer.toString(record.peer());
        return switch (record.change()) {
            case WORKING -> ExplanationKind.PEER_WORKING.with(peer);
            case SENT -> ExplanationKind.PEER_SENT.with(peer, record.bytesSent());
            case RECEIVED -> ExplanationKind.PEER_RECEIVED.with(peer, record.bytesReceived());
            case PROGRESSED -> ExplanationKind.PEER_PROGRESSED.with(peer, record.bytesSent(), record.bytesReceived());
            case SENT_FIN -> ExplanationKind.PEER_SENT_FIN.with(peer);
            case SENT_RESET -> ExplanationKind.PEER_SENT_RESET.with(peer);
            case SAW_FIN -> ExplanationKind.PEER_SAW_FIN.with(peer);
            case SAW_RESET -> ExplanationKind.PEER_SAW_RESET.with(peer);
            case CONNECT_FAILED ->
                ExplanationKind.PEER_CONNECT_FAILED.with(peer, record.status().name());
            case FINISHED -> ExplanationKind.PEER_FINISHED.with(peer);
            case STOPPED -> ExplanationKind.PEER_STOPPED.with(peer);
            case FAILED ->
                ExplanationKind.PEER_FAILED.with(peer, record.status().name());
        };
    }

    @Override
    public final Explanation visit(TraceRecord.ChoiceTaken record) {
        int course = record.taken() + 1;
        return switch (record.point()) {
            case EVENT_OVERTAKES -> ExplanationKind.CHOICE_RACE.with(record.taken());
            case CALLBACK_LEVEL -> ExplanationKind.CHOICE_LEVEL.with(course, record.options());
            case SEND_INLINE -> ExplanationKind.CHOICE_SEND.with(record.taken());
            case NEXT_ITEM, LATENCY, LOSS, DUPLICATION, REORDERING, SEGMENT_SIZE ->
                ExplanationKind.CHOICE_TAKEN.with(course, record.options());
        };
    }
}
