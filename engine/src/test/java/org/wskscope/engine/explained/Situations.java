package org.wskscope.engine.explained;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.session.SimulatedNetwork;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskSocketParameters;

/** Situations that the scenarios, random programs and conformance tests without parameters do not come to. */
enum Situations {
    /** The owner of an address shares it with nobody, and somebody else asks to. */
    AN_ADDRESS_IS_NOT_SHARED {
        @Override
        TraceReader play() {
            KernelBench bench = new KernelBench();
            InetSocketAddress port = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7_007);
            bind(bench, ControlCode.SO_EXCLUSIVEADDRUSE, port);
            bind(bench, ControlCode.SO_REUSEADDR, port);
            return bench.log;
        }

        private void bind(KernelBench bench, int option, InetSocketAddress at) {
            ListenSocket socket = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
            bench.setOption(socket, option, 1, new ClientIrp().irp());
            socket.dispatch().bind(at, 0, new ClientIrp().irp());
            bench.run();
        }
    },

    /** More happens than the log may hold. */
    THE_LOG_IS_FULL {
        @Override
        TraceReader play() {
            TraceLog log = new TraceLog(2);
            for (int i = 0; i < 4; i++) {
                log.clientRegistered(new TraceStamp(), "client", 0x100);
            }
            return log;
        }
    },

    /** A completion routine keeps the processor for a second. */
    A_ROUTINE_TAKES_LONG {
        @Override
        TraceReader play() {
            KernelBench bench = new KernelBench();
            ConnectionSocket socket = bench.connected();
            ClientIrp receive = new ClientIrp().then(() -> {
                bench.wsk.watchdog().inspect();
                bench.clock.advance(TimeUnit.SECONDS.toNanos(1));
                bench.wsk.watchdog().inspect();
            });
            bench.receive(socket, new byte[1], receive);
            bench.peer().peerSends("A");
            onAThreadOfItsOwn(bench);
            return bench.log;
        }

        /** The routines of the kernel's own threads are watched, not those on a client's. */
        private void onAThreadOfItsOwn(KernelBench bench) {
            Thread processor = new Thread(bench::run, "processor");
            processor.start();
            try {
                processor.join();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    },

    /** Peers come to their end in each way there is, and lose datagrams on the way. */
    PEERS_END {
        @Override
        TraceReader play() {
            SimulatedNetwork lossy = new SimulatedNetwork(1_000, 2_000, 300, 0, 0, true, 0);
            SimulatedSession session = SimulatedSession.open(
                    SimulatedSessionOptions.DEFAULT.withSeed(7).withNetwork(lossy));
            try (session) {
                InetSocketAddress listening = listener(session, SocketCategory.LISTEN);
                InetSocketAddress datagrams = listener(session, SocketCategory.DATAGRAM);
                start(session, PeerKind.ECHO_CLIENT, listening, 0);
                start(session, PeerKind.SENDER, listening, 3);
                start(session, PeerKind.DATAGRAM_BURST, datagrams, 50);
                start(session, PeerKind.MANUAL, listening, 0);
                start(session, PeerKind.MANUAL, listening, 0);
                session.runFor(TimeUnit.SECONDS.toNanos(2));
                for (SocketRow row : rows(session)) {
                    if (row.category() == SocketCategory.CONNECTION && !row.isClosed()) {
                        // No echo of anything: whoever waits for one gives up.
                        byte[] wrong = new byte[16];
                        Arrays.fill(wrong, (byte) 0xEE);
                        session.execute(new EngineCommand.Send(row.id(), wrong, null));
                        session.runFor(TimeUnit.MILLISECONDS.toNanos(10));
                        session.execute(new EngineCommand.Disconnect(row.id(), false));
                    }
                }
                session.runFor(TimeUnit.SECONDS.toNanos(1));
            }
            return session.log();
        }
    },

    /** Everything that may be left to chance is. */
    EVERYTHING_IS_LEFT_TO_CHANCE {
        @Override
        TraceReader play() {
            SessionChoices chance = SessionChoices.DEFAULT
                    .with(SessionChoice.RACES, "chaos")
                    .with(SessionChoice.IRQL, "random")
                    .with(SessionChoice.SEND_COMPLETION, "chance");
            SimulatedSession session = SimulatedSession.open(
                    SimulatedSessionOptions.DEFAULT.withSeed(38).withChoices(chance));
            try (session) {
                InetSocketAddress listening = listener(session, SocketCategory.LISTEN);
                start(session, PeerKind.MANUAL, listening, 0);
                session.runFor(TimeUnit.SECONDS.toNanos(1));
                for (SocketRow row : rows(session)) {
                    if (row.category() == SocketCategory.CONNECTION) {
                        session.execute(new EngineCommand.Receive(row.id(), 10, 0));
                        session.execute(new EngineCommand.Send(row.id(), new byte[10], null));
                        session.execute(new EngineCommand.SendFromPeer(1, new byte[30]));
                        session.runFor(TimeUnit.SECONDS.toNanos(1));
                    }
                }
            }
            return session.log();
        }
    },

    /** A listener on every IPv6 address. */
    THE_IPV6_WILDCARD_IS_BOUND {
        @Override
        TraceReader play() {
            SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(1));
            try (session) {
                SocketId socket = created(
                        session, new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET6));
                session.execute(new EngineCommand.Bind(socket, new InetSocketAddress("::", 0), true));
            }
            return session.log();
        }
    };

    abstract TraceReader play();

    private static SocketId created(Session session, EngineCommand.CreateSocket command) {
        SocketId socket = session.execute(command).socket();
        if (socket == null) {
            throw new AssertionError("no socket");
        }
        return socket;
    }

    /** A socket that keeps what comes, with its events on; gives where. */
    private static InetSocketAddress listener(SimulatedSession session, SocketCategory category) {
        SocketId socket = created(session, new EngineCommand.CreateSocket(category, WskSocketParameters.AF_INET));
        session.execute(
                new EngineCommand.Bind(socket, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false));
        EventMask mask = category == SocketCategory.LISTEN
                ? EventMask.parse("ACCEPT|RECEIVE|DISCONNECT")
                : EventMask.parse("RECEIVE_FROM");
        session.execute(new EngineCommand.SetEventCallback(socket, mask, false));
        return rows(session).stream()
                .filter(row -> row.id().equals(socket))
                .findFirst()
                .orElseThrow()
                .local();
    }

    private static void start(Session session, PeerKind kind, InetSocketAddress at, long messages) {
        session.execute(new EngineCommand.StartPeer(kind, new PeerSettings(at, 16, 100, messages)));
    }

    private static List<SocketRow> rows(Session session) {
        ScopeFold fold = new ScopeFold(session.log());
        fold.foldTo(session.log().size());
        return fold.snapshot().sockets();
    }
}
