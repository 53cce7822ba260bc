package org.wskscope.engine.trace;

import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/** Turns the record a cursor stands on into its {@link TraceRecord}. Stateless; any thread. */
final class RecordDecoder {
    private RecordDecoder() {}

    static TraceRecord decode(RecordCursor at) {
        RecordHead head = new RecordHead(
                at.sequence(), at.timeNanos(), at.processor(), at.irql(), new SocketId(at.socket()), at.cause());
        return switch (at.kind()) {
            case NONE -> throw new IllegalStateException("record " + at.sequence() + " has no kind");
            case CLIENT_REGISTERED -> new TraceRecord.ClientRegistered(head, at.text(), at.version());
            case CLIENT_DEREGISTERED -> new TraceRecord.ClientDeregistered(head, at.text());
            case SOCKET_CREATED,
                    SOCKET_BOUND,
                    SOCKET_CONNECTED,
                    SOCKET_ACCEPTED,
                    SOCKET_STATE_CHANGED,
                    SOCKET_CLOSED,
                    CONDITIONAL_ACCEPT_CHANGED -> socketRecord(head, at);
            case CONNECTION_ARRIVED,
                    BYTES_ARRIVED,
                    DATAGRAM_ARRIVED,
                    DATAGRAM_DROPPED,
                    BYTES_SENT,
                    INPUT_FINISHED,
                    CONNECTION_RESET,
                    INDICATION_BUFFERED,
                    BACKLOG_CHANGED,
                    CONNECTION_REQUESTED,
                    INSPECTION_ENDED,
                    CONNECTION_REFUSED -> trafficRecord(head, at);
            case CALLBACK_ENABLED,
                    CALLBACK_DISABLE_REQUESTED,
                    CALLBACK_DISABLED,
                    CALLBACK_ENTERED,
                    CALLBACK_DEFERRED,
                    CALLBACK_RETURNED,
                    GATE_CHANGED,
                    LIST_RETAINED,
                    LIST_RELEASED -> callbackRecord(head, at);
            case FUNCTION_CALLED, FUNCTION_RETURNED, IRP_PENDED, IRP_CANCEL_REQUESTED, IRP_COMPLETED ->
                requestRecord(head, at);
            case VIOLATION_FOUND ->
                new TraceRecord.ViolationFound(head, at.violation(), at.about(), at.firstByte(), at.endByte());
            case COMMAND_ISSUED -> new TraceRecord.CommandIssued(head, at.command(), at.text());
            case COMMAND_SETTLED -> new TraceRecord.CommandSettled(head, at.command(), at.status(), at.text());
            case WAIT_BEGAN -> new TraceRecord.WaitBegan(head, at.waitFor(), at.irp(), at.within(), at.hindrance());
            case WAIT_ENDED -> new TraceRecord.WaitEnded(head, at.began(), at.status());
            case DEADLOCK_FOUND -> new TraceRecord.DeadlockFound(head, at.began(), at.text());
            case LOG_SEALED -> new TraceRecord.LogSealed(head, at.sealReason());
        };
    }

    private static TraceRecord socketRecord(RecordHead head, RecordCursor at) {
        return switch (at.kind()) {
            case SOCKET_CREATED -> new TraceRecord.SocketCreated(head, at.category(), at.addressFamily(), at.owner());
            case SOCKET_BOUND -> new TraceRecord.SocketBound(head, at.address());
            case SOCKET_CONNECTED -> new TraceRecord.SocketConnected(head, at.address());
            case SOCKET_ACCEPTED -> new TraceRecord.SocketAccepted(head, new SocketId(at.accepted()), at.route());
            case SOCKET_STATE_CHANGED -> new TraceRecord.SocketStateChanged(head, at.from(), at.to());
            case SOCKET_CLOSED -> new TraceRecord.SocketClosed(head);
            case CONDITIONAL_ACCEPT_CHANGED -> new TraceRecord.ConditionalAcceptChanged(head, at.conditional());
            default -> throw unexpected(at);
        };
    }

    private static TraceRecord trafficRecord(RecordHead head, RecordCursor at) {
        return switch (at.kind()) {
            case CONNECTION_ARRIVED -> new TraceRecord.ConnectionArrived(head, at.address(), at.waiting());
            case BYTES_ARRIVED -> new TraceRecord.BytesArrived(head, at.bytes(), at.preview());
            case DATAGRAM_ARRIVED -> new TraceRecord.DatagramArrived(head, (int) at.bytes(), at.address());
            case DATAGRAM_DROPPED ->
                new TraceRecord.DatagramDropped(head, (int) at.bytes(), at.total(), at.dropReason());
            case BYTES_SENT -> new TraceRecord.BytesSent(head, at.bytes(), at.irp());
            case INPUT_FINISHED -> new TraceRecord.InputFinished(head);
            case CONNECTION_RESET -> new TraceRecord.ConnectionReset(head);
            case INDICATION_BUFFERED -> new TraceRecord.IndicationBuffered(head, at.queued(), at.bufferReason());
            case BACKLOG_CHANGED -> new TraceRecord.BacklogChanged(head, at.bytes());
            case CONNECTION_REQUESTED -> new TraceRecord.ConnectionRequested(head, at.address(), at.inspection());
            case INSPECTION_ENDED -> new TraceRecord.InspectionEnded(head, at.inspection(), at.outcome());
            case CONNECTION_REFUSED -> new TraceRecord.ConnectionRefused(head, at.address(), at.waiting());
            default -> throw unexpected(at);
        };
    }

    private static TraceRecord callbackRecord(RecordHead head, RecordCursor at) {
        return switch (at.kind()) {
            case CALLBACK_ENABLED ->
                new TraceRecord.CallbackEnabled(
                        head, new EventMask(at.enabledBits()), new EventMask(at.maskBits()), at.origin());
            case CALLBACK_DISABLE_REQUESTED ->
                new TraceRecord.CallbackDisableRequested(head, at.event(), at.inProgress(), at.irp());
            case CALLBACK_DISABLED ->
                new TraceRecord.CallbackDisabled(head, at.event(), new EventMask(at.maskBits()), at.disableReason());
            case CALLBACK_ENTERED ->
                new TraceRecord.CallbackEntered(
                        head, at.callback(), at.flags(), at.amount(), new SocketId(at.subject()));
            case CALLBACK_DEFERRED -> new TraceRecord.CallbackDeferred(head, at.callback(), at.entered());
            case CALLBACK_RETURNED ->
                new TraceRecord.CallbackReturned(head, at.callback(), at.entered(), at.status(), at.bytesAccepted());
            case GATE_CHANGED -> new TraceRecord.GateChanged(head, at.open(), at.queued());
            case LIST_RETAINED -> new TraceRecord.ListRetained(head, at.entered(), at.bytes(), at.retained());
            case LIST_RELEASED -> new TraceRecord.ListReleased(head, at.entered(), at.bytes(), at.retained());
            default -> throw unexpected(at);
        };
    }

    private static TraceRecord requestRecord(RecordHead head, RecordCursor at) {
        return switch (at.kind()) {
            case FUNCTION_CALLED ->
                new TraceRecord.FunctionCalled(head, at.function(), at.irp(), at.code(), at.detail());
            case FUNCTION_RETURNED ->
                new TraceRecord.FunctionReturned(head, at.function(), at.irp(), at.status(), at.called());
            case IRP_PENDED -> new TraceRecord.IrpPended(head, at.function(), at.irp(), at.length(), at.hindrance());
            case IRP_CANCEL_REQUESTED -> new TraceRecord.IrpCancelRequested(head, at.function(), at.irp());
            case IRP_COMPLETED ->
                new TraceRecord.IrpCompleted(head, at.function(), at.irp(), at.status(), at.information());
            default -> throw unexpected(at);
        };
    }

    private static IllegalStateException unexpected(RecordCursor at) {
        return new IllegalStateException("record " + at.sequence() + " is a " + at.kind());
    }
}
