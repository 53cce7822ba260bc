package org.wskscope.engine.session;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.wsk.SocketId;

/** Writes into the log what a user wished and how it was answered. Any thread. */
final class CommandJournal {
    private final NanoClock clock;
    private final TraceWriter trace;
    private final AtomicLong commands = new AtomicLong();

    CommandJournal(NanoClock clock, TraceWriter trace) {
        this.clock = clock;
        this.trace = trace;
    }

    /** Carries {@code command} out between its two records. */
    CommandOutcome record(EngineCommand command, Supplier<CommandOutcome> execution) {
        long number = commands.incrementAndGet();
        int socket = command.socket().value();
        long issued =
                trace.commandIssued(stamp(RecordHead.NO_CAUSE), socket, number, command.accept(new CommandText()));
        CommandOutcome outcome = execution.get();
        SocketId created = outcome.socket();
        int subject = created == null ? socket : created.value();
        trace.commandSettled(
                stamp(issued),
                subject,
                number,
                outcome.status(),
                outcome.message().toString());
        return outcome;
    }

    TraceStamp stamp(long cause) {
        return new TraceStamp().set(clock.nanoTime(), RecordHead.NO_PROCESSOR, Irql.PASSIVE_LEVEL, cause);
    }
}
