package org.wskscope.engine.session;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.netty.NettyTransport;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/**
 * WSK over the machine's real sockets, with the demonstration client that commands speak for. A program may also register clients of its own through {@link
 * #wsk()}. Any thread but a processor.
 */
public final class LiveSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);
    private static final int MAX_SOCKETS = 65_536;
    private static final int MAX_PENDING_IRPS = 65_536;
    private static final long CLOSE_LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final NanoClock clock;
    private final TraceLog log;
    private final Transport transport;
    private final Wsk wsk;
    private final WskRegistration registration;
    private final ClientSockets sockets = new ClientSockets(MAX_SOCKETS);
    private final SocketClosing closing;
    private final PeerRoster peers;
    private final CommandJournal journal;
    private final Commands commands;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LiveSession(LiveSessionOptions options) {
        clock = new SystemClock();
        log = options.recordLimit() == 0 ? new TraceLog() : new TraceLog(options.recordLimit());
        transport = new NettyTransport(options.processors());
        KernelWsk kernel = new KernelWsk(transport, log, clock, KernelOptions.defaults());
        wsk = kernel;
        IrpTable irps = new IrpTable(MAX_PENDING_IRPS);
        closing = new SocketClosing(transport, irps, sockets);
        ScriptedClient client =
                new ScriptedClient(new CallScript(transport), sockets, new EchoSender(irps, closing), closing);
        registration = wsk.register(new WskClientNpi(
                options.clientName(), null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, client::clientEvent)));
        peers = new PeerRoster(clock);
        journal = new CommandJournal(clock, log);
        WskProvider provider = capture(registration);
        commands = new Commands(
                provider,
                new SocketCommands(provider, client, sockets, closing, irps),
                new InspectCommands(sockets, irps),
                new BehaviourCommands(sockets, irps, kernel::setIdealSendBacklog),
                peers);
    }

    /** Starts the processors, registers the demonstration client and captures the provider. */
    public static LiveSession open(LiveSessionOptions options) {
        return new LiveSession(options);
    }

    /** Where a program registers a client of its own. It must close its sockets and deregister before the session is closed. */
    public Wsk wsk() {
        return wsk;
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
        return !closed.get();
    }

    @Override
    public CommandOutcome execute(EngineCommand command) {
        return journal.record(
                command,
                () -> commandable()
                        ? command.accept(commands)
                        : CommandOutcome.refused(
                                NtStatus.STATUS_DEVICE_NOT_READY, CommandMessage.of("command.refused.sessionClosed")));
    }

    @Override
    public List<PeerRow> peers() {
        return peers.rows();
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        ScriptedSocket known = sockets.find(socket);
        return known == null ? null : known.behaviour(callback);
    }

    /** Returns held callbacks, releases retained lists, closes every socket, ends peers and threads and seals the log. Takes at most some seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        peers.close();
        for (ScriptedSocket socket : sockets.end()) {
            socket.letGo().forEach(call -> call.finish(NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));
            closing.close(socket);
        }
        if (awaitSockets()) {
            registration.releaseProviderNpi();
            registration.deregister();
        }
        awaitProcessors();
        transport.close();
        log.seal(journal.stamp(RecordHead.NO_CAUSE));
    }

    /** Deregistration would wait for ever for a socket that does not close, so it is left out then. */
    private boolean awaitSockets() {
        try {
            boolean none = sockets.awaitNone(CLOSE_LIMIT_MILLIS);
            if (!none) {
                LOG.warn(
                        "Some sockets did not close within {} ms; their connections end with the program",
                        CLOSE_LIMIT_MILLIS);
            }
            return none;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the closes handed over, resets above all, must reach the network before the transport ends. */
    private void awaitProcessors() {
        CountDownLatch idle = new CountDownLatch(transport.processorCount());
        for (int number = 0; number < transport.processorCount(); number++) {
            transport.processor(number).execute(idle::countDown);
        }
        try {
            if (!idle.await(CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.warn("A processor was busy for more than {} ms and is ended all the same", CLOSE_LIMIT_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static WskProvider capture(WskRegistration registration) {
        CapturedProvider captured = registration.captureProviderNpi(WskRegistration.WSK_INFINITE_WAIT);
        WskProvider provider = captured.provider();
        if (provider == null) {
            throw new IllegalStateException("WSK refused the demonstration client: " + captured.status());
        }
        return provider;
    }
}
