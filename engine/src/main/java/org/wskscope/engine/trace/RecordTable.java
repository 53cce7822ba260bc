package org.wskscope.engine.trace;

import static org.wskscope.engine.trace.FieldType.ADDRESS_FAMILY;
import static org.wskscope.engine.trace.FieldType.FLAGS;
import static org.wskscope.engine.trace.FieldType.IDENTIFIER;
import static org.wskscope.engine.trace.FieldType.INSPECTION;
import static org.wskscope.engine.trace.FieldType.VERSION;
import static org.wskscope.engine.trace.FieldUnit.CALLS;
import static org.wskscope.engine.trace.FieldUnit.CONNECTIONS;
import static org.wskscope.engine.trace.FieldUnit.DATAGRAMS;
import static org.wskscope.engine.trace.FieldUnit.MESSAGES;
import static org.wskscope.engine.trace.FieldUnit.OFFSET;
import static org.wskscope.engine.trace.Place.as;
import static org.wskscope.engine.trace.Place.bytes;
import static org.wskscope.engine.trace.Place.constantOrNone;
import static org.wskscope.engine.trace.Place.count;
import static org.wskscope.engine.trace.Place.in;
import static org.wskscope.engine.trace.Place.irp;
import static org.wskscope.engine.trace.Place.record;
import static org.wskscope.engine.trace.Place.several;
import static org.wskscope.engine.trace.Word.A;
import static org.wskscope.engine.trace.Word.B;
import static org.wskscope.engine.trace.Word.B_HIGH;
import static org.wskscope.engine.trace.Word.B_LOW;
import static org.wskscope.engine.trace.Word.C;
import static org.wskscope.engine.trace.Word.C_HIGH;
import static org.wskscope.engine.trace.Word.C_LOW;
import static org.wskscope.engine.trace.Word.NUMBER;
import static org.wskscope.engine.trace.Word.TAG;

/**
 * One entry for each kind of record: its class, and of each of its components in order where it lies and, where the Java type does not say it, what it means. Names and Java types are the record's own. Pure.
 */
final class RecordTable {
    private RecordTable() {}

    static RecordSchema of(RecordKind kind) {
        return switch (kind) {
            case NONE -> throw new IllegalArgumentException("nothing is stored of a record that is not there");
            case SOCKET_CREATED,
                    SOCKET_BOUND,
                    SOCKET_CONNECTED,
                    SOCKET_ACCEPTED,
                    SOCKET_STATE_CHANGED,
                    SOCKET_CLOSED,
                    CONNECTION_ARRIVED,
                    BYTES_ARRIVED,
                    DATAGRAM_ARRIVED,
                    DATAGRAM_DROPPED,
                    BYTES_SENT,
                    INPUT_FINISHED,
                    CONNECTION_RESET,
                    INDICATION_BUFFERED,
                    BACKLOG_CHANGED,
                    CONDITIONAL_ACCEPT_CHANGED,
                    CONNECTION_REQUESTED,
                    INSPECTION_ENDED,
                    CONNECTION_REFUSED -> ofSocket(kind);
            case CALLBACK_ENABLED,
                    CALLBACK_DISABLE_REQUESTED,
                    CALLBACK_DISABLED,
                    CALLBACK_ENTERED,
                    CALLBACK_DEFERRED,
                    CALLBACK_RETURNED,
                    FUNCTION_CALLED,
                    FUNCTION_RETURNED,
                    IRP_PENDED,
                    IRP_CANCEL_REQUESTED,
                    IRP_COMPLETED,
                    LIST_RETAINED,
                    LIST_RELEASED,
                    GATE_CHANGED -> ofClient(kind);
            case CLIENT_REGISTERED -> of(kind, TraceRecord.ClientRegistered.class, in(A), as(VERSION, B));
            case CLIENT_DEREGISTERED -> of(kind, TraceRecord.ClientDeregistered.class, in(A));
            case VIOLATION_FOUND ->
                of(kind, TraceRecord.ViolationFound.class, in(TAG), record(A), count(OFFSET, B), count(OFFSET, C));
            case COMMAND_ISSUED -> of(kind, TraceRecord.CommandIssued.class, as(IDENTIFIER, A), in(B));
            case COMMAND_SETTLED -> of(kind, TraceRecord.CommandSettled.class, as(IDENTIFIER, A), in(B), in(C));
            case LOG_SEALED -> of(kind, TraceRecord.LogSealed.class, in(TAG));
            case WAIT_BEGAN -> of(kind, TraceRecord.WaitBegan.class, in(TAG), irp(), record(A), several());
            case WAIT_ENDED -> of(kind, TraceRecord.WaitEnded.class, record(A), in(B));
            case DEADLOCK_FOUND -> of(kind, TraceRecord.DeadlockFound.class, record(A), in(B));
            case CHOICES_SET, BEHAVIOUR_SET, PEER_STARTED, PEER_BOUND, PEER_CHANGED, CHOICE_TAKEN ->
                ofEnvironment(kind);
        };
    }

    private static RecordSchema ofSocket(RecordKind kind) {
        return switch (kind) {
            case SOCKET_CREATED ->
                of(kind, TraceRecord.SocketCreated.class, in(TAG), as(ADDRESS_FAMILY, A), as(IDENTIFIER, B));
            case SOCKET_BOUND -> of(kind, TraceRecord.SocketBound.class, several());
            case SOCKET_CONNECTED -> of(kind, TraceRecord.SocketConnected.class, several());
            case SOCKET_ACCEPTED -> of(kind, TraceRecord.SocketAccepted.class, in(A), in(TAG));
            case SOCKET_STATE_CHANGED -> of(kind, TraceRecord.SocketStateChanged.class, in(TAG), in(A));
            case SOCKET_CLOSED -> of(kind, TraceRecord.SocketClosed.class);
            case CONNECTION_ARRIVED ->
                of(kind, TraceRecord.ConnectionArrived.class, several(), count(CONNECTIONS, NUMBER));
            case BYTES_ARRIVED -> of(kind, TraceRecord.BytesArrived.class, bytes(A), several());
            case DATAGRAM_ARRIVED -> of(kind, TraceRecord.DatagramArrived.class, bytes(NUMBER), several());
            case DATAGRAM_DROPPED ->
                of(kind, TraceRecord.DatagramDropped.class, bytes(A), count(DATAGRAMS, B), in(TAG));
            case BYTES_SENT -> of(kind, TraceRecord.BytesSent.class, bytes(A), irp());
            case INPUT_FINISHED -> of(kind, TraceRecord.InputFinished.class, bytes(A), in(TAG));
            case CONNECTION_RESET -> of(kind, TraceRecord.ConnectionReset.class);
            case INDICATION_BUFFERED -> of(kind, TraceRecord.IndicationBuffered.class, in(A), in(TAG));
            case BACKLOG_CHANGED -> of(kind, TraceRecord.BacklogChanged.class, bytes(A));
            case CONDITIONAL_ACCEPT_CHANGED -> of(kind, TraceRecord.ConditionalAcceptChanged.class, in(TAG));
            case CONNECTION_REQUESTED ->
                of(kind, TraceRecord.ConnectionRequested.class, several(), as(INSPECTION, NUMBER));
            case INSPECTION_ENDED -> of(kind, TraceRecord.InspectionEnded.class, as(INSPECTION, NUMBER), in(TAG));
            case CONNECTION_REFUSED ->
                of(kind, TraceRecord.ConnectionRefused.class, several(), count(CONNECTIONS, NUMBER));
            default -> throw new IllegalStateException(kind.toString());
        };
    }

    private static RecordSchema ofClient(RecordKind kind) {
        return switch (kind) {
            case CALLBACK_ENABLED -> of(kind, TraceRecord.CallbackEnabled.class, in(A), in(B), in(TAG));
            case CALLBACK_DISABLE_REQUESTED ->
                of(kind, TraceRecord.CallbackDisableRequested.class, in(TAG), count(CALLS, A), irp());
            case CALLBACK_DISABLED -> of(kind, TraceRecord.CallbackDisabled.class, in(TAG), in(A), in(B));
            case CALLBACK_ENTERED -> of(kind, TraceRecord.CallbackEntered.class, in(TAG), as(FLAGS, A), in(B), in(C));
            case CALLBACK_DEFERRED -> of(kind, TraceRecord.CallbackDeferred.class, in(TAG), record(A));
            case CALLBACK_RETURNED -> of(kind, TraceRecord.CallbackReturned.class, in(TAG), record(A), in(B), bytes(C));
            case FUNCTION_CALLED, FUNCTION_RETURNED, IRP_PENDED, IRP_CANCEL_REQUESTED, IRP_COMPLETED -> ofRequest(kind);
            case LIST_RETAINED -> of(kind, TraceRecord.ListRetained.class, record(A), bytes(B), bytes(C));
            case LIST_RELEASED -> of(kind, TraceRecord.ListReleased.class, record(A), bytes(B), bytes(C));
            case GATE_CHANGED -> of(kind, TraceRecord.GateChanged.class, in(TAG), bytes(A));
            default -> throw new IllegalStateException(kind.toString());
        };
    }

    private static RecordSchema ofRequest(RecordKind kind) {
        return switch (kind) {
            case FUNCTION_CALLED -> of(kind, TraceRecord.FunctionCalled.class, in(TAG), irp(), as(FLAGS, A), in(B));
            case FUNCTION_RETURNED -> of(kind, TraceRecord.FunctionReturned.class, in(TAG), irp(), in(B), record(A));
            case IRP_PENDED -> of(kind, TraceRecord.IrpPended.class, in(TAG), irp(), bytes(A), several());
            case IRP_CANCEL_REQUESTED -> of(kind, TraceRecord.IrpCancelRequested.class, in(TAG), irp());
            case IRP_COMPLETED -> of(kind, TraceRecord.IrpCompleted.class, in(TAG), irp(), in(B), in(A));
            default -> throw new IllegalStateException(kind.toString());
        };
    }

    private static RecordSchema ofEnvironment(RecordKind kind) {
        return switch (kind) {
            case CHOICES_SET -> of(kind, TraceRecord.ChoicesSet.class, in(A), as(IDENTIFIER, B));
            case BEHAVIOUR_SET ->
                of(kind, TraceRecord.BehaviourSet.class, in(TAG), constantOrNone(NUMBER), in(A), in(B));
            case PEER_STARTED -> of(kind, TraceRecord.PeerStarted.class, as(IDENTIFIER, NUMBER), in(A));
            case PEER_BOUND -> of(kind, TraceRecord.PeerBound.class, as(IDENTIFIER, NUMBER), several());
            case PEER_CHANGED ->
                of(
                        kind,
                        TraceRecord.PeerChanged.class,
                        as(IDENTIFIER, NUMBER),
                        in(TAG),
                        in(C_HIGH),
                        bytes(A),
                        bytes(B),
                        count(MESSAGES, C_LOW));
            case CHOICE_TAKEN ->
                of(kind, TraceRecord.ChoiceTaken.class, in(TAG), as(IDENTIFIER, A), in(NUMBER), in(B_HIGH), in(B_LOW));
            default -> throw new IllegalStateException(kind.toString());
        };
    }

    private static RecordSchema of(RecordKind kind, Class<? extends TraceRecord> type, Place... places) {
        return new RecordSchema(kind, type, places);
    }
}
