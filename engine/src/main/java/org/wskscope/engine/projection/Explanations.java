package org.wskscope.engine.projection;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskFunction;

/**
 * Says which rule is behind a record. Immutable; any thread. It looks at the record and at the few others it refers to, so it answers while a user waits; the words
 * are the app's.
 */
public final class Explanations {
    private static final String VIOLATION = Topic.PREFIX + "violation.";

    private final RuleBook book;

    public Explanations(RuleBook book) {
        this.book = book;
    }

    /** Every message key an explanation can have. */
    public static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Topic topic : Topic.values()) {
            keys.add(topic.key());
        }
        for (Violation violation : Violation.values()) {
            keys.add(VIOLATION + violation.code());
        }
        return keys;
    }

    /** Explains the record at {@code sequence}, which the log must have. */
    public Explanation explain(TraceReader log, long sequence) {
        return log.read(sequence).accept(new Explainer(log));
    }

    private Explanation violation(Violation violation) {
        return new Explanation(
                VIOLATION + violation.code(),
                List.of(),
                book.violation(violation).ruleIds());
    }

    private final class Explainer implements TraceRecord.Visitor<Explanation> {
        private final TraceReader log;

        Explainer(TraceReader log) {
            this.log = log;
        }

        @Override
        public Explanation visit(TraceRecord.ClientRegistered record) {
            return Topic.CLIENT_REGISTERED.with(record.name());
        }

        @Override
        public Explanation visit(TraceRecord.ClientDeregistered record) {
            return Topic.CLIENT_DEREGISTERED.with(record.name());
        }

        @Override
        public Explanation visit(TraceRecord.SocketCreated record) {
            Topic topic = record.category() == SocketCategory.BASIC ? Topic.CREATED_BASIC : Topic.CREATED;
            return topic.with(record.category().flagName());
        }

        @Override
        public Explanation visit(TraceRecord.SocketBound record) {
            return switch (category(record)) {
                case LISTEN -> Topic.BOUND_LISTENER.with();
                case DATAGRAM -> Topic.BOUND_DATAGRAM.with();
                default -> Topic.BOUND.with();
            };
        }

        @Override
        public Explanation visit(TraceRecord.SocketConnected record) {
            return Topic.CONNECTED.with();
        }

        @Override
        public Explanation visit(TraceRecord.SocketAccepted record) {
            return (record.route() == AcceptRoute.EVENT ? Topic.ACCEPTED_EVENT : Topic.ACCEPTED_IRP).with();
        }

        @Override
        public Explanation visit(TraceRecord.SocketStateChanged record) {
            Topic topic = switch (record.to()) {
                case HALF_CLOSED_LOCAL -> Topic.STATE_LOCAL_HALF;
                case HALF_CLOSED_REMOTE -> Topic.STATE_REMOTE_HALF;
                case DEAD -> Topic.STATE_DEAD;
                case CLOSING -> Topic.STATE_CLOSING;
                default -> Topic.STATE;
            };
            return topic.with(record.from().name(), record.to().name());
        }

        @Override
        public Explanation visit(TraceRecord.SocketClosed record) {
            return Topic.CLOSED.with();
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionArrived record) {
            return Topic.CONNECTION_ARRIVED.with(record.waiting());
        }

        @Override
        public Explanation visit(TraceRecord.BytesArrived record) {
            return Topic.BYTES_ARRIVED.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.DatagramArrived record) {
            return Topic.DATAGRAM_ARRIVED.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.DatagramDropped record) {
            Topic why = switch (record.reason()) {
                case QUEUE_FULL -> Topic.DROPPED_FULL;
                case OTHER_SENDER -> Topic.DROPPED_OTHER_SENDER;
                case REFUSED -> Topic.DROPPED_REFUSED;
                case UNKNOWN -> Topic.DATAGRAM_DROPPED;
            };
            return why.with(record.bytes(), record.total());
        }

        @Override
        public Explanation visit(TraceRecord.BytesSent record) {
            return Topic.BYTES_SENT.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.InputFinished record) {
            return Topic.INPUT_FINISHED.with();
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionReset record) {
            return Topic.CONNECTION_RESET.with();
        }

        @Override
        public Explanation visit(TraceRecord.IndicationBuffered record) {
            Topic topic = switch (record.reason()) {
                case EVENT_DISABLED -> Topic.BUFFERED_DISABLED;
                case CALLBACK_IN_FLIGHT -> Topic.BUFFERED_IN_FLIGHT;
                case PAUSED -> Topic.BUFFERED_PAUSED;
                case ACCEPT_IN_PROGRESS -> Topic.BUFFERED_ACCEPT;
                case NOT_TAKEN -> Topic.BUFFERED_NOT_TAKEN;
            };
            return topic.with(record.queued());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackEnabled record) {
            Topic topic = switch (record.origin()) {
                case OPTION -> Topic.ENABLED_OPTION;
                case STATIC -> Topic.ENABLED_STATIC;
                case INHERITED -> Topic.ENABLED_INHERITED;
            };
            return topic.with(record.enabled().shortNames());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDisableRequested record) {
            Topic topic = record.irp() == 0 ? Topic.DISABLE_WITHOUT_IRP : Topic.DISABLE_WITH_IRP;
            return topic.with(record.event().name(), record.inProgress());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDisabled record) {
            Topic topic = switch (record.reason()) {
                case OPTION -> Topic.DISABLED;
                case DATA_NOT_ACCEPTED -> Topic.DISABLED_NOT_ACCEPTED;
            };
            return topic.with(record.event().name());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackEntered record) {
            return CallbackTopics.entered(record);
        }

        @Override
        public Explanation visit(TraceRecord.CallbackDeferred record) {
            return Topic.DEFERRED.with(record.callback().functionName());
        }

        @Override
        public Explanation visit(TraceRecord.CallbackReturned record) {
            return CallbackTopics.returned(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.FunctionCalled record) {
            return RequestTopics.called(record);
        }

        @Override
        public Explanation visit(TraceRecord.FunctionReturned record) {
            return RequestTopics.answered(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.IrpPended record) {
            long by = record.hindrance().record();
            return switch (record.hindrance().kind()) {
                case CALLBACK ->
                    (record.function() == WskFunction.WSK_CLOSE_SOCKET
                                    ? Topic.BLOCKED_CLOSE_CALLBACK
                                    : Topic.BLOCKED_DISABLE)
                            .with(by);
                case ROUTINE -> Topic.BLOCKED_CLOSE_ROUTINE.with(by);
                case ENDPOINT -> Topic.BLOCKED_CLOSE_ENDPOINT.with();
                default -> Topic.PENDED.with(record.function().functionName());
            };
        }

        @Override
        public Explanation visit(TraceRecord.IrpCancelRequested record) {
            return Topic.CANCEL_REQUESTED.with(record.function().functionName());
        }

        @Override
        public Explanation visit(TraceRecord.IrpCompleted record) {
            return RequestTopics.completed(log, record);
        }

        @Override
        public Explanation visit(TraceRecord.ListRetained record) {
            boolean datagrams = CallbackTopics.isDatagramList(log, record.entered());
            return (datagrams ? Topic.RETAINED_DATAGRAMS : Topic.RETAINED).with(record.bytes(), record.retained());
        }

        @Override
        public Explanation visit(TraceRecord.ListReleased record) {
            return Topic.RELEASED.with(record.bytes(), record.retained());
        }

        @Override
        public Explanation visit(TraceRecord.GateChanged record) {
            return (record.open() ? Topic.GATE_OPEN : Topic.GATE_SHUT).with(record.queued());
        }

        @Override
        public Explanation visit(TraceRecord.BacklogChanged record) {
            return Topic.BACKLOG.with(record.bytes());
        }

        @Override
        public Explanation visit(TraceRecord.ViolationFound record) {
            return record.isOfMemory()
                    ? Topic.BUFFER_CHANGED.with(record.firstByte(), record.endByte() - 1)
                    : violation(record.violation());
        }

        @Override
        public Explanation visit(TraceRecord.CommandIssued record) {
            return Topic.COMMAND_ISSUED.with(record.text());
        }

        @Override
        public Explanation visit(TraceRecord.CommandSettled record) {
            NtStatus status = record.status();
            Topic topic = status.isSuccess() ? Topic.COMMAND_DONE : Topic.COMMAND_REFUSED;
            return topic.with(status.name(), record.message());
        }

        @Override
        public Explanation visit(TraceRecord.LogSealed record) {
            return (record.reason() == SealReason.CLOSED ? Topic.SEALED_CLOSED : Topic.SEALED_LIMIT).with();
        }

        @Override
        public Explanation visit(TraceRecord.ConditionalAcceptChanged record) {
            return (record.on() ? Topic.CONDITIONAL_ON : Topic.CONDITIONAL_OFF).with();
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionRequested record) {
            return Topic.REQUESTED.with(record.inspection());
        }

        @Override
        public Explanation visit(TraceRecord.InspectionEnded record) {
            Topic topic = switch (record.outcome()) {
                case ACCEPTED -> Topic.INSPECTION_ACCEPTED;
                case REJECTED -> Topic.INSPECTION_REJECTED;
                case ABORTED -> Topic.INSPECTION_ABORTED;
            };
            return topic.with(record.inspection());
        }

        @Override
        public Explanation visit(TraceRecord.ConnectionRefused record) {
            return Topic.REFUSED.with(record.waiting());
        }

        @Override
        public Explanation visit(TraceRecord.WaitBegan record) {
            Hindrance hindrance = record.hindrance();
            if (record.within() < 0 && hindrance.isKnown()) {
                return switch (hindrance.kind()) {
                    case SOCKET -> Topic.BLOCKED_SOCKET.with(hindrance.record(), hindrance.others());
                    case CAPTURE -> Topic.BLOCKED_CAPTURE.with(hindrance.record(), hindrance.others());
                    case PROVIDER -> Topic.BLOCKED_PROVIDER.with();
                    default -> Topic.BLOCKED_CALL.with(hindrance.others() + 1);
                };
            }
            return (record.within() < 0 ? Topic.WAIT_OUTSIDE : Topic.WAIT_INSIDE).with();
        }

        @Override
        public Explanation visit(TraceRecord.WaitEnded record) {
            NtStatus status = record.status();
            if (status.equals(NtStatus.STATUS_SUCCESS)) {
                return Topic.WAIT_OVER.with();
            }
            if (status.equals(NtStatus.STATUS_TIMEOUT)) {
                return Topic.WAIT_TIMED_OUT.with();
            }
            boolean refused = status.equals(NtStatus.STATUS_POSSIBLE_DEADLOCK);
            return (refused ? Topic.WAIT_REFUSED : Topic.WAIT_BROKEN).with();
        }

        @Override
        public Explanation visit(TraceRecord.DeadlockFound record) {
            return Topic.DEADLOCK.with(record.text());
        }

        /** The category the socket was created with; CONNECTION when its creation is too far back. */
        private SocketCategory category(TraceRecord record) {
            long created = EarlierRecords.newest(
                    log,
                    record.head().sequence(),
                    RecordKind.SOCKET_CREATED,
                    record.head().socket().value(),
                    at -> true);
            return created < 0
                    ? SocketCategory.CONNECTION
                    : log.cursor().moveTo(created).category();
        }
    }
}
