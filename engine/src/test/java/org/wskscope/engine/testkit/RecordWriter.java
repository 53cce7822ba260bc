package org.wskscope.engine.testkit;

import java.nio.ByteBuffer;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.wsk.SocketId;

/** Writes a decoded record to a log again; the answer is its new sequence. LogSealed cannot be written this way and gives −1. Owned by one thread. */
public final class RecordWriter implements TraceRecord.Visitor<Long> {
    private final TraceWriter log;
    private final TraceStamp at = new TraceStamp();

    public RecordWriter(TraceWriter log) {
        this.log = log;
    }

    /** Appends the record as it is; its sequence is not used. */
    public long write(TraceRecord record) {
        RecordHead head = record.head();
        at.set(head.timeNanos(), head.processor(), head.irql(), head.cause());
        return record.accept(this);
    }

    /** A head for a record that is to be written. */
    public static RecordHead head(int socket, long timeNanos) {
        return new RecordHead(0, timeNanos, 0, Irql.PASSIVE_LEVEL, new SocketId(socket), RecordHead.NO_CAUSE);
    }

    @Override
    public Long visit(TraceRecord.ClientRegistered r) {
        return log.clientRegistered(at, r.name(), r.version());
    }

    @Override
    public Long visit(TraceRecord.ClientDeregistered r) {
        return log.clientDeregistered(at, r.name());
    }

    @Override
    public Long visit(TraceRecord.SocketCreated r) {
        return log.socketCreated(at, socket(r), r.category(), r.addressFamily(), r.owner());
    }

    @Override
    public Long visit(TraceRecord.SocketBound r) {
        return log.socketBound(at, socket(r), r.local());
    }

    @Override
    public Long visit(TraceRecord.SocketConnected r) {
        return log.socketConnected(at, socket(r), r.remote());
    }

    @Override
    public Long visit(TraceRecord.SocketAccepted r) {
        return log.socketAccepted(at, socket(r), r.accepted().value(), r.route());
    }

    @Override
    public Long visit(TraceRecord.SocketStateChanged r) {
        return log.socketStateChanged(at, socket(r), r.from(), r.to());
    }

    @Override
    public Long visit(TraceRecord.SocketClosed r) {
        return log.socketClosed(at, socket(r));
    }

    @Override
    public Long visit(TraceRecord.ConnectionArrived r) {
        return log.connectionArrived(at, socket(r), r.remote(), r.waiting());
    }

    /** Writes as many bytes as the record counts, beginning with its preview. */
    @Override
    public Long visit(TraceRecord.BytesArrived r) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(r.bytes())).put(0, r.preview());
        return log.bytesArrived(at, socket(r), bytes);
    }

    @Override
    public Long visit(TraceRecord.DatagramArrived r) {
        return log.datagramArrived(at, socket(r), r.bytes(), r.remote());
    }

    @Override
    public Long visit(TraceRecord.DatagramDropped r) {
        return log.datagramDropped(at, socket(r), r.bytes(), r.total(), r.reason());
    }

    @Override
    public Long visit(TraceRecord.BytesSent r) {
        return log.bytesSent(at, socket(r), r.bytes(), r.irp());
    }

    @Override
    public Long visit(TraceRecord.InputFinished r) {
        return log.inputFinished(at, socket(r), r.queued(), r.eager());
    }

    @Override
    public Long visit(TraceRecord.ConnectionReset r) {
        return log.connectionReset(at, socket(r));
    }

    @Override
    public Long visit(TraceRecord.IndicationBuffered r) {
        return log.indicationBuffered(at, socket(r), r.queued(), r.reason());
    }

    @Override
    public Long visit(TraceRecord.CallbackEnabled r) {
        return log.callbackEnabled(at, socket(r), r.enabled().bits(), r.mask().bits(), r.origin());
    }

    @Override
    public Long visit(TraceRecord.CallbackDisableRequested r) {
        return log.callbackDisableRequested(at, socket(r), r.event(), r.inProgress(), r.irp());
    }

    @Override
    public Long visit(TraceRecord.CallbackDisabled r) {
        return log.callbackDisabled(at, socket(r), r.event(), r.mask().bits(), r.reason());
    }

    @Override
    public Long visit(TraceRecord.CallbackEntered r) {
        return log.callbackEntered(
                at, socket(r), r.callback(), r.flags(), r.amount(), r.subject().value());
    }

    @Override
    public Long visit(TraceRecord.CallbackDeferred r) {
        return log.callbackDeferred(at, socket(r), r.callback(), r.entered());
    }

    @Override
    public Long visit(TraceRecord.CallbackReturned r) {
        return log.callbackReturned(at, socket(r), r.callback(), r.entered(), r.status(), r.bytesAccepted());
    }

    @Override
    public Long visit(TraceRecord.FunctionCalled r) {
        return log.functionCalled(at, socket(r), r.function(), r.irp(), r.code(), r.detail());
    }

    @Override
    public Long visit(TraceRecord.FunctionReturned r) {
        return log.functionReturned(at, socket(r), r.function(), r.irp(), r.status(), r.called());
    }

    @Override
    public Long visit(TraceRecord.IrpPended r) {
        return log.irpPended(at, socket(r), r.function(), r.irp(), r.length(), r.hindrance());
    }

    @Override
    public Long visit(TraceRecord.IrpCancelRequested r) {
        return log.irpCancelRequested(at, socket(r), r.function(), r.irp());
    }

    @Override
    public Long visit(TraceRecord.IrpCompleted r) {
        return log.irpCompleted(at, socket(r), r.function(), r.irp(), r.status(), r.information());
    }

    @Override
    public Long visit(TraceRecord.ListRetained r) {
        return log.listRetained(at, socket(r), r.entered(), r.bytes(), r.retained());
    }

    @Override
    public Long visit(TraceRecord.ListReleased r) {
        return log.listReleased(at, socket(r), r.entered(), r.bytes(), r.retained());
    }

    @Override
    public Long visit(TraceRecord.GateChanged r) {
        return log.gateChanged(at, socket(r), r.open(), r.queued());
    }

    @Override
    public Long visit(TraceRecord.BacklogChanged r) {
        return log.backlogChanged(at, socket(r), r.bytes());
    }

    @Override
    public Long visit(TraceRecord.ViolationFound r) {
        return log.violationFound(at, socket(r), r.violation(), r.about(), r.firstByte(), r.endByte());
    }

    @Override
    public Long visit(TraceRecord.CommandIssued r) {
        return log.commandIssued(at, socket(r), r.command(), r.text());
    }

    @Override
    public Long visit(TraceRecord.CommandSettled r) {
        return log.commandSettled(at, socket(r), r.command(), r.status(), r.message());
    }

    @Override
    public Long visit(TraceRecord.LogSealed r) {
        return -1L;
    }

    @Override
    public Long visit(TraceRecord.ConditionalAcceptChanged r) {
        return log.conditionalAcceptChanged(at, socket(r), r.on());
    }

    @Override
    public Long visit(TraceRecord.ConnectionRequested r) {
        return log.connectionRequested(at, socket(r), r.remote(), r.inspection());
    }

    @Override
    public Long visit(TraceRecord.InspectionEnded r) {
        return log.inspectionEnded(at, socket(r), r.inspection(), r.outcome());
    }

    @Override
    public Long visit(TraceRecord.ConnectionRefused r) {
        return log.connectionRefused(at, socket(r), r.remote(), r.waiting());
    }

    @Override
    public Long visit(TraceRecord.WaitBegan r) {
        return log.waitBegan(at, socket(r), r.what(), r.irp(), r.within(), r.hindrance());
    }

    @Override
    public Long visit(TraceRecord.WaitEnded r) {
        return log.waitEnded(at, socket(r), r.began(), r.status());
    }

    @Override
    public Long visit(TraceRecord.DeadlockFound r) {
        return log.deadlockFound(at, socket(r), r.began(), r.text());
    }

    @Override
    public Long visit(TraceRecord.ChoicesSet r) {
        return log.choicesSet(at, r.choices(), r.seed());
    }

    @Override
    public Long visit(TraceRecord.BehaviourSet r) {
        return log.behaviourSet(
                at, socket(r), r.origin(), r.callback(), r.text(), r.from().value());
    }

    @Override
    public Long visit(TraceRecord.PeerStarted r) {
        return log.peerStarted(at, r.peer(), r.text());
    }

    @Override
    public Long visit(TraceRecord.PeerBound r) {
        return log.peerBound(at, r.peer(), r.local());
    }

    @Override
    public Long visit(TraceRecord.PeerChanged r) {
        return log.peerChanged(
                at, r.peer(), r.change(), r.status(), r.bytesSent(), r.bytesReceived(), r.messagesSent());
    }

    @Override
    public Long visit(TraceRecord.ChoiceTaken r) {
        return log.choiceTaken(at, socket(r), r.point(), r.key(), r.ordinal(), r.options(), r.taken());
    }

    private static int socket(TraceRecord record) {
        return record.head().socket().value();
    }
}
