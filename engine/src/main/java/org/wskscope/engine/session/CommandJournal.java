package org.wskscope.engine.session;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.wskscope.engine.kernel.KernelWsk;
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
    private final KernelWsk kernel;
    private final AtomicLong commands = new AtomicLong();

    CommandJournal(NanoClock clock, TraceWriter trace, KernelWsk kernel) {
        this.clock = clock;
        this.trace = trace;
        this.kernel = kernel;
    }

    /** Carries {@code command} out between its two records; what it calls has the first for its cause. */
    CommandOutcome record(EngineCommand command, Supplier<CommandOutcome> execution) {
        long number = commands.incrementAndGet();
        int socket = command.socket().value();
        long issued =
                trace.commandIssued(stamp(RecordHead.NO_CAUSE), socket, number, command.accept(new CommandText()));
        CommandOutcome outcome = kernel.onBehalfOf(issued, execution);
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
