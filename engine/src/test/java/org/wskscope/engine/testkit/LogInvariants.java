package org.wskscope.engine.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/**
 * What holds in every log, whatever the client did: each request completes once, callbacks come one at a time and only while they may, close is the last thing of a
 * socket, no byte is made up, lists are given back once, and each inspection ends once. One thread.
 */
public final class LogInvariants {
    private final boolean parallelDatagram;
    private final Map<Integer, SocketInvariants> sockets = new TreeMap<>();
    private final IrpInvariants irps = new IrpInvariants(this);
    private final Map<List<Integer>, Long> inspections = new HashMap<>();
    private final Map<Integer, RecordHead> latest = new HashMap<>();
    private final List<LogFault> faults = new ArrayList<>();

    /** For a kernel whose receive-from calls may overlap or not (C-15). */
    public LogInvariants(boolean parallelDatagram) {
        this.parallelDatagram = parallelDatagram;
    }

    /** All records of the log, at whose end every socket was closed; throws {@link AssertionError} with the records that matter. */
    public static void assertHold(TraceReader log) {
        LogInvariants invariants = new LogInvariants(false);
        invariants.addAll(log);
        invariants.end();
        invariants.assertNone(log);
    }

    /** Looks at what the log holds now. */
    public void addAll(TraceReader log) {
        long size = log.size();
        for (long sequence = 0; sequence < size; sequence++) {
            add(log.read(sequence));
        }
    }

    /** Looks at the next record. */
    public void add(TraceRecord record) {
        time(record.head());
        irps.add(record);
        int socket = record.head().socket().value();
        if (socket != 0) {
            sockets.computeIfAbsent(socket, id -> new SocketInvariants(this, id, parallelDatagram))
                    .add(record);
        }
        if (record instanceof TraceRecord.ConnectionRequested requested) {
            begin(List.of(socket, requested.inspection()), requested.head().sequence());
        } else if (record instanceof TraceRecord.InspectionEnded ended) {
            end(List.of(socket, ended.inspection()), ended.head().sequence());
        }
    }

    /** A processor does one thing after the other. */
    private void time(RecordHead head) {
        if (head.processor() == RecordHead.NO_PROCESSOR) {
            return;
        }
        RecordHead before = latest.put(head.processor(), head);
        if (before != null && before.timeNanos() > head.timeNanos()) {
            fault("time went back on processor " + head.processor(), before.sequence(), head.sequence());
        }
    }

    private void begin(List<Integer> inspection, long sequence) {
        Long before = inspections.put(inspection, sequence);
        if (before != null) {
            fault("two requests with one inspect id", before, sequence);
        }
    }

    private void end(List<Integer> inspection, long sequence) {
        Long begun = inspections.remove(inspection);
        if (begun == null) {
            fault("an inspection ended that was not open", sequence);
        }
    }

    /** The log is complete and everything was closed: nothing may be open any more. */
    public void end() {
        irps.end();
        sockets.values().forEach(SocketInvariants::end);
        inspections.values().forEach(begun -> fault("an inspection never ended", begun));
    }

    public List<LogFault> faults() {
        return List.copyOf(faults);
    }

    void fault(String text, long... records) {
        faults.add(LogFault.of(text, records));
    }

    /** Throws {@link AssertionError} that names the first broken promises and prints their records from {@code log}. */
    public void assertNone(TraceReader log) {
        if (faults.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(faults.size() + " broken promises in the log:");
        for (LogFault fault : faults.subList(0, Math.min(5, faults.size()))) {
            text.append("\n- ").append(fault.text());
            fault.records().forEach(sequence -> text.append("\n    ").append(log.read(sequence)));
        }
        throw new AssertionError(text.toString());
    }
}
