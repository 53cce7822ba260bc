package org.wskscope.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.recording.RecordedRun;
import org.wskscope.engine.recording.RunInfo;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A run that was read from a file: it can be looked at like any other, and nothing can be done to it. Any thread. */
public final class RecordedSession implements Session {
    private final RecordedRun run;
    private final long endNanos;

    public RecordedSession(RecordedRun run) {
        this.run = run;
        this.endNanos = newest(run.log());
    }

    /** What the file says beside the records. */
    public RunInfo info() {
        return run.info();
    }

    @Override
    public TraceReader log() {
        return run.log();
    }

    /** Stands at the time of the last record. */
    @Override
    public NanoClock clock() {
        return () -> endNanos;
    }

    @Override
    public int processorCount() {
        return run.info().processors();
    }

    @Override
    public boolean commandable() {
        return false;
    }

    @Override
    public SessionChoices choices() {
        return SessionChoices.parse(run.info().get(RunInfo.CHOICES));
    }

    /** 1 where the file does not say. */
    @Override
    public long seed() {
        try {
            return Long.parseLong(run.info().get(RunInfo.SEED));
        } catch (NumberFormatException unknown) {
            return 1;
        }
    }

    @Override
    public CommandOutcome execute(EngineCommand command) {
        return CommandOutcome.refused(
                NtStatus.STATUS_INVALID_DEVICE_STATE, CommandMessage.of("command.refused.recorded"));
    }

    @Override
    public List<PeerRow> peers() {
        return List.of();
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return null;
    }

    @Override
    public void close() {}

    private static long newest(TraceReader log) {
        long newest = 0;
        for (long sequence = 0; sequence < log.size(); sequence++) {
            newest = Math.max(newest, log.timeNanos(sequence));
        }
        return newest;
    }
}
