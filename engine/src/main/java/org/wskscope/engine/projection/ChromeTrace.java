package org.wskscope.engine.projection;

import java.io.IOException;
import java.math.BigDecimal;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/**
 * A log as trace events in JSON, which Perfetto, speedscope and Chrome open. A socket is a process, its callbacks, requests and control calls are threads of it with asynchronous events, since they
 * overlap; a processor's work is a thread of complete events; causes are flows. Times are microseconds of session time. Owned by one thread.
 */
public final class ChromeTrace {
    private static final int NANO_DIGITS = 3;
    private static final LaneKind[] SOCKET_LANES = {LaneKind.CALLBACKS, LaneKind.IRPS, LaneKind.CONTROL};
    /** Socket ids begin with 1. */
    private static final int PROCESSORS = 0;

    private final ScopeSnapshot snapshot;
    private final TraceReader log;
    private final RecordCursor at;
    private final Appendable out;
    private boolean first = true;

    private ChromeTrace(ScopeSnapshot snapshot, Appendable out) {
        this.snapshot = snapshot;
        log = snapshot.log();
        at = log.cursor();
        this.out = out;
    }

    /** Writes all that happened up to the snapshot. What is open there ends there. */
    public static void write(ScopeSnapshot snapshot, Appendable out) throws IOException {
        new ChromeTrace(snapshot, out).write();
    }

    private void write() throws IOException {
        out.append("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
        for (SocketRow row : snapshot.sockets()) {
            int id = row.id().value();
            name("process_name", id, 0, row.name());
            for (LaneKind kind : SOCKET_LANES) {
                LaneView lane = snapshot.lane(LaneKey.of(kind, row.id()));
                if (lane != null) {
                    name("thread_name", id, thread(kind), title(kind));
                    for (int index = 0; index < lane.size(); index++) {
                        asynchronous(lane.bar(index), id, thread(kind));
                    }
                }
            }
        }
        for (LaneView lane : snapshot.processorLanes()) {
            int number = lane.key().number();
            name("process_name", PROCESSORS, 0, "processors");
            name("thread_name", PROCESSORS, number, "CPU " + number);
            for (int index = 0; index < lane.size(); index++) {
                complete(lane.bar(index), number);
            }
        }
        out.append("\n]}\n");
    }

    private void asynchronous(Bar bar, int process, int thread) throws IOException {
        String category = title(bar.lane().kind());
        String name = bar.lane().kind() == LaneKind.CALLBACKS
                ? WskCallback.values()[bar.code()].functionName()
                : WskFunction.values()[bar.code()].functionName();
        String identity = "\"cat\":\"" + category + "\",\"name\":\"" + name + "\",\"id2\":{\"local\":\"0x"
                + Long.toHexString(bar.startSequence()) + "\"}";
        event("b", process, thread, bar.startNanos())
                .append(',')
                .append(identity)
                .append(",\"args\":{\"record\":")
                .append(Long.toString(bar.startSequence()))
                .append(",\"status\":\"")
                .append(
                        bar.isOpen() && bar.status() == 0
                                ? ""
                                : NtStatus.of(bar.status()).name())
                .append("\",\"bytes\":")
                .append(Long.toString(bar.detail()))
                .append("}}");
        event("e", process, thread, end(bar)).append(',').append(identity).append('}');
        flow(bar, process, thread);
    }

    /** From the record that caused it. */
    private void flow(Bar bar, int process, int thread) throws IOException {
        at.moveTo(bar.startSequence());
        long cause = at.cause();
        if (cause == RecordHead.NO_CAUSE || log.socket(cause) == 0) {
            return;
        }
        String identity = ",\"cat\":\"cause\",\"name\":\"cause\",\"id\":" + bar.startSequence();
        event("s", log.socket(cause), threadOf(log.kind(cause)), Math.min(log.timeNanos(cause), bar.startNanos()))
                .append(identity)
                .append('}');
        event("f", process, thread, bar.startNanos()).append(identity).append(",\"bp\":\"e\"}");
    }

    private void complete(Bar bar, int processor) throws IOException {
        event("X", PROCESSORS, processor, bar.startNanos())
                .append(",\"dur\":")
                .append(micros(end(bar) - bar.startNanos()))
                .append(",\"name\":\"")
                .append(Irql.values()[bar.code()].name())
                .append("\"}");
    }

    private long end(Bar bar) {
        return bar.isOpen() ? Math.max(bar.startNanos(), snapshot.timeNanos()) : bar.endNanos();
    }

    private void name(String what, int process, int thread, String name) throws IOException {
        event("M", process, thread, 0)
                .append(",\"name\":\"")
                .append(what)
                .append("\",\"args\":{\"name\":\"")
                .append(name)
                .append("\"}}");
    }

    /** Begins an event. */
    private Appendable event(String phase, int process, int thread, long nanos) throws IOException {
        out.append(first ? "\n" : ",\n");
        first = false;
        return out.append("{\"ph\":\"")
                .append(phase)
                .append("\",\"pid\":")
                .append(Integer.toString(process))
                .append(",\"tid\":")
                .append(Integer.toString(thread))
                .append(",\"ts\":")
                .append(micros(nanos));
    }

    private static String micros(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).toPlainString();
    }

    private static int thread(LaneKind kind) {
        return kind.ordinal() + 1;
    }

    /** Where a viewer finds what a record of this kind belongs to. */
    private static int threadOf(RecordKind kind) {
        return switch (kind) {
            case IRP_PENDED, IRP_COMPLETED -> thread(LaneKind.IRPS);
            case FUNCTION_CALLED, FUNCTION_RETURNED -> thread(LaneKind.CONTROL);
            default -> thread(LaneKind.CALLBACKS);
        };
    }

    private static String title(LaneKind kind) {
        return switch (kind) {
            case CALLBACKS -> "callbacks";
            case IRPS -> "IRPs";
            default -> "control";
        };
    }
}
