package org.wskscope.engine.session;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.session.SessionCore.Environment;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.netty.NettyTransport;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskCallback;

/**
 * WSK over the machine's real sockets, with the demonstration client that commands speak for. A program may also register clients of its own through {@link
 * #wsk()}. Any thread but a processor.
 */
public final class LiveSession implements Session {
    private final NanoClock clock = new SystemClock();
    private final TraceLog log;
    private final Transport transport;
    private final SessionCore core;
    private final WatchdogThread watchdog;

    private LiveSession(LiveSessionOptions options) {
        log = options.newLog();
        transport = new NettyTransport(options.processors());
        Environment around = new Environment(
                clock,
                log,
                transport,
                () -> new NettyTransport(1, "wsk-peer"),
                nanos -> LockSupport.parkNanos(Math.min(nanos, REST_NANOS)),
                new RecordedChoices(new SeededChoices(options.seed()), options.forced(), log, clock::nanoTime));
        core = new SessionCore(around, options.clientName(), options.choices(), options.seed());
        watchdog = new WatchdogThread(core.kernel().watchdog());
    }

    /** Starts the processors, registers the demonstration client and captures the provider. */
    public static LiveSession open(LiveSessionOptions options) {
        return new LiveSession(options);
    }

    /** Where a program registers a client of its own. It must close its sockets and deregister before the session is closed. */
    public Wsk wsk() {
        return core.kernel();
    }

    @Override
    public TraceReader log() {
        return log;
    }

    @Override
    public NanoClock clock() {
        return clock;
    }

    @Override
    public int processorCount() {
        return transport.processorCount();
    }

    @Override
    public boolean commandable() {
        return core.isOpen();
    }

    @Override
    public SessionChoices choices() {
        return core.choices();
    }

    @Override
    public long seed() {
        return core.seed();
    }

    @Override
    public CommandOutcome execute(EngineCommand command) {
        return core.execute(command);
    }

    @Override
    public List<PeerRow> peers() {
        return core.peers();
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return core.behaviour(socket, callback);
    }

    /**
     * Refused with an {@link IllegalStateException} inside of a callback or completion routine, and on a processor. Returns held callbacks, releases retained lists, closes every socket, ends peers and threads and seals the log. Takes at most some seconds; afterwards no port is open, and
     * only a client's own routine that never ends keeps a thread, which does not keep the program.
     */
    @Override
    public void close() {
        core.checkMayClose();
        watchdog.close();
        core.close();
    }
}
