package org.wskscope.engine.projection;

import java.util.LinkedHashSet;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.Violation;

/**
 * Says which rule is behind a record. Immutable; any thread. It looks at the record and at the few others it refers to, so it answers while a user waits; the words
 * are the app's.
 */
public final class Explanations {
    private final RuleBook book;

    public Explanations(RuleBook book) {
        this.book = book;
    }

    /** Every message key an explanation can have. */
    public static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (ExplanationKind topic : ExplanationKind.values()) {
            keys.add(topic.key());
        }
        for (Violation violation : Violation.values()) {
            keys.add(ViolationExplainers.key(violation));
        }
        return keys;
    }

    /** Explains the record at {@code sequence}, which the log must have. */
    public Explanation explain(TraceReader log, long sequence) {
        return log.read(sequence).accept(new Explainer(log));
    }

    private final class Explainer extends EnvironmentExplainers implements TraceRecord.Visitor<Explanation> {
        private final TraceReader log;

        Explainer(TraceReader log) {
            this.log = log;
        }

        @Override
        public Explanation visit(TraceRecord.ClientRegistered record) {
            return ExplanationKind.CLIENT_REGISTERED.with(record.name());
        }

        @Override
        public Explanation visit(TraceRecord.ClientDeregistered record) {
            return ExplanationKind.CLIENT_DEREGISTERED.with(record.name());
        }

        @Override
        public Explanation visit(TraceRecord.SocketCreated record) {
            return SocketExplainers.created(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.SocketBound record) {
            return SocketExplainers.bound(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.SocketConnected record) {
            return ExplanationKind.CONNECTED.with();
        }

        @Override
        public Explanation visit(TraceRecord.SocketAccepted record) {
            return SocketExplainers.accepted(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.SocketStateChanged record) {
            return SocketExplainers.changed(record);
        }

        @Override
        public Explanation visit(TraceRecord.SocketClosed record) {
            return ExplanationKind.CLOSED.with();
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionArrived record) {
            return ExplanationKind.CONNECTION_ARRIVED.with(record.waiting());
        }

        @Override
        public Explanation visit(TraceRecord.BytesArrived record) {
            return ExplanationKind.BYTES_ARRIVED.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.DatagramArrived record) {
            return ExplanationKind.DATAGRAM_ARRIVED.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.DatagramDropped record) {
            ExplanationKind why = switch (record.reason()) {
                case QUEUE_FULL -> ExplanationKind.DROPPED_FULL;
                case OTHER_SENDER -> ExplanationKind.DROPPED_OTHER_SENDER;
                case REFUSED -> ExplanationKind.DROPPED_REFUSED;
            };
            return why.with(record.bytes(), record.total());
        }

        @Override
        public Explanation visit(TraceRecord.BytesSent record) {
            return ExplanationKind.BYTES_SENT.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.InputFinished record) {
            return SocketExplainers.inputFinished(record);
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionReset record) {
            return ExplanationKind.CONNECTION_RESET.with();
        }

        @Override
        public Explanation visit(TraceRecord.IndicationBuffered record) {
            return WaitExplainers.buffered(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.CallbackEnabled record) {
            return SocketExplainers.enabled(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDisableRequested record) {
            ExplanationKind topic =
                    record.irp() == 0 ? ExplanationKind.DISABLE_WITHOUT_IRP : ExplanationKind.DISABLE_WITH_IRP;
            return topic.with(record.event().name(), record.inProgress());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDisabled record) {
            ExplanationKind topic = switch (record.reason()) {
                case OPTION -> ExplanationKind.DISABLED;
                case DATA_NOT_ACCEPTED -> ExplanationKind.DISABLED_NOT_ACCEPTED;
            };
            return topic.with(record.event().name());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackEntered record) {
            return CallbackExplainers.entered(record);
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDeferred record) {
            return ExplanationKind.DEFERRED.with(record.callback().functionName());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackReturned record) {
            return CallbackExplainers.returned(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.FunctionCalled record) {
            return RequestExplainers.called(record);
        }

        @Override
        public Explanation visit(TraceRecord.FunctionReturned record) {
            return RequestExplainers.answered(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.IrpPended record) {
            return WaitExplainers.pended(record);
        }

        @Override
        public Explanation visit(TraceRecord.IrpCancelRequested record) {
            return CompletionExplainers.cancelRequested(record);
        }

        @Override
        public Explanation visit(TraceRecord.IrpCompleted record) {
            return CompletionExplainers.completed(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.ListRetained record) {
            boolean datagrams = CallbackExplainers.isDatagramList(log, record.entered());
            return (datagrams ? ExplanationKind.RETAINED_DATAGRAMS : ExplanationKind.RETAINED)
                    .with(record.bytes(), record.retained());
        }

        @Override
        public Explanation visit(TraceRecord.ListReleased record) {
            return ExplanationKind.RELEASED.with(record.bytes(), record.retained());
        }

        @Override
        public Explanation visit(TraceRecord.GateChanged record) {
            return (record.open() ? ExplanationKind.GATE_OPEN : ExplanationKind.GATE_SHUT).with(record.queued());
        }

        @Override
        public Explanation visit(TraceRecord.BacklogChanged record) {
            return ExplanationKind.BACKLOG.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.ViolationFound record) {
            return ViolationExplainers.found(log, record, book);
        }

        @Override
        public Explanation visit(TraceRecord.CommandIssued record) {
            return ExplanationKind.COMMAND_ISSUED.with(record.text());
        }

        @Override
        public Explanation visit(TraceRecord.CommandSettled record) {
            NtStatus status = record.status();
            ExplanationKind topic = status.isSuccess() ? ExplanationKind.COMMAND_DONE : ExplanationKind.COMMAND_REFUSED;
            return topic.with(status.name(), record.message());
        }

        @Override
        public Explanation visit(TraceRecord.LogSealed record) {
            return (record.reason() == SealReason.CLOSED ? ExplanationKind.SEALED_CLOSED : ExplanationKind.SEALED_LIMIT)
                    .with();
        }

        @Override
        public Explanation visit(TraceRecord.ConditionalAcceptChanged record) {
            return (record.on() ? ExplanationKind.CONDITIONAL_ON : ExplanationKind.CONDITIONAL_OFF).with();
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionRequested record) {
            return ExplanationKind.REQUESTED.with(record.inspection());
        }

        @Override
        public Explanation visit(TraceRecord.InspectionEnded record) {
            ExplanationKind topic = switch (record.outcome()) {
                case ACCEPTED -> ExplanationKind.INSPECTION_ACCEPTED;
                case REJECTED -> ExplanationKind.INSPECTION_REJECTED;
                case ABORTED -> ExplanationKind.INSPECTION_ABORTED;
            };
            return topic.with(record.inspection());
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionRefused record) {
            return ExplanationKind.REFUSED.with(record.waiting());
        }

        @Override
        public Explanation visit(TraceRecord.WaitBegan record) {
            return WaitExplainers.began(record);
        }

        @Override
        public Explanation visit(TraceRecord.WaitEnded record) {
            return WaitExplainers.ended(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.DeadlockFound record) {
            return ExplanationKind.DEADLOCK.with(record.text());
        }
    }
}
