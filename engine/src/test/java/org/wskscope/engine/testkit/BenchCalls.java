package org.wskscope.engine.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** A kernel on some network, a log to assert on, and the calls tests make again and again. Used on the test's thread. */
public abstract class BenchCalls {
    public static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Who wants the logs of the benches that are opened on a thread. */
    private static final ThreadLocal<Consumer<TraceLog>> WATCHERS = ThreadLocal.withInitial(() -> log -> {});

    public final TraceLog log = new TraceLog(1 << 16);
    public final KernelWsk wsk;
    public final WskRegistration registration;
    public final WskProvider provider;
    public final TestClient client = new TestClient();

    BenchCalls(Transport transport, NanoClock clock, KernelOptions options) {
        WATCHERS.get().accept(log);
        wsk = new KernelWsk(transport, log, clock, options);
        registration = wsk.register(
                new WskClientNpi("test", "client context", new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider captured =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        if (captured == null) {
            throw new IllegalStateException("the provider is not there");
        }
        provider = captured;
    }

    /** Gives {@code watcher} the log of every bench that is opened on this thread from now on. */
    public static void watch(Consumer<TraceLog> watcher) {
        WATCHERS.set(watcher);
    }

    /** Gives nobody anything any more. */
    public static void watchNoMore() {
        WATCHERS.remove();
    }

    /** Lets everything that is due happen, and what follows from it. */
    public abstract void run();

    /** Where a peer accepts connections. */
    public abstract InetSocketAddress peerAddress();

    public static WskSocketParameters parameters(
            SocketCategory category, @Nullable Object context, @Nullable WskClientSocketDispatch table) {
        boolean datagram = category == SocketCategory.DATAGRAM;
        return new WskSocketParameters(
                WskSocketParameters.AF_INET,
                datagram ? WskSocketParameters.SOCK_DGRAM : WskSocketParameters.SOCK_STREAM,
                datagram ? WskSocketParameters.IPPROTO_UDP : WskSocketParameters.IPPROTO_TCP,
                category,
                context,
                table);
    }

    /** {@code WskSocket}; must succeed. */
    public <S extends WskSocket> S create(
            Class<S> type, SocketCategory category, @Nullable WskClientSocketDispatch table) {
        ClientIrp irp = new ClientIrp();
        Object context = category == SocketCategory.BASIC ? null : "ctx";
        provider.socket(parameters(category, context, table), irp.irp());
        return irp.pointer(type);
    }

    /** A connection socket that is connected; its peer is the newest. */
    public ConnectionSocket connected() {
        return connectedTo(peerAddress());
    }

    public ConnectionSocket connectedTo(InetSocketAddress peer) {
        ConnectionSocket socket = bound();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(peer, 0, irp.irp());
        run();
        mustSucceed(irp);
        return socket;
    }

    public ConnectionSocket bound() {
        ConnectionSocket socket = create(ConnectionSocket.class, SocketCategory.CONNECTION, client.connectionTable);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().bind(ANY_PORT, 0, irp.irp());
        run();
        mustSucceed(irp);
        return socket;
    }

    public ListenSocket listening() {
        ListenSocket socket = create(ListenSocket.class, SocketCategory.LISTEN, client.listenTable);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().bind(ANY_PORT, 0, irp.irp());
        run();
        mustSucceed(irp);
        return socket;
    }

    /** {@code SO_CONDITIONAL_ACCEPT}; gives the answer. */
    public NtStatus conditionalAccept(WskSocket socket, int value) {
        return setOption(socket, ControlCode.SO_CONDITIONAL_ACCEPT, value, new ClientIrp().irp());
    }

    /** A listener in conditional-accept mode. */
    public ListenSocket conditional() {
        ListenSocket socket = create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);
        if (!conditionalAccept(socket, 1).isSuccess()) {
            throw new AssertionError("the listener is not conditional");
        }
        ClientIrp irp = new ClientIrp();
        socket.dispatch().bind(ANY_PORT, 0, irp.irp());
        run();
        mustSucceed(irp);
        return socket;
    }

    public DatagramSocket datagrams() {
        DatagramSocket socket = create(DatagramSocket.class, SocketCategory.DATAGRAM, client.datagramTable);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().bind(ANY_PORT, 0, irp.irp());
        run();
        mustSucceed(irp);
        return socket;
    }

    /** {@code SO_WSK_EVENT_CALLBACK} without IRP. */
    public NtStatus enable(WskSocket socket, WskEvent... events) {
        return option(socket, EventMask.of(events), null);
    }

    public NtStatus disable(WskSocket socket, WskEvent event, @Nullable Irp irp) {
        return option(socket, EventMask.disabling(event), irp);
    }

    public NtStatus option(WskSocket socket, EventMask mask, @Nullable Irp irp) {
        return socket.dispatch().controlSocket(ControlParameters.eventCallback(mask), irp);
    }

    public NtStatus send(ConnectionSocket socket, String text, ClientIrp irp) {
        return socket.dispatch().send(WskBuf.of(text), SendFlags.NONE, irp.irp());
    }

    public NtStatus receive(ConnectionSocket socket, byte[] buffer, ClientIrp irp) {
        return socket.dispatch().receive(WskBuf.of(buffer), ReceiveFlags.NONE, irp.irp());
    }

    /** {@code SIO_WSK_QUERY_RECEIVE_BACKLOG}; must succeed. */
    public long receiveBacklog(ConnectionSocket socket) {
        return query(socket, ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG);
    }

    /** {@code SIO_WSK_QUERY_IDEAL_SEND_BACKLOG}; must succeed. */
    public long idealSendBacklog(ConnectionSocket socket) {
        return query(socket, ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG);
    }

    private long query(ConnectionSocket socket, int code) {
        ByteBuffer output = ByteBuffer.allocate(Long.BYTES);
        ClientIrp irp = new ClientIrp();
        socket.dispatch()
                .controlSocket(
                        new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, Long.BYTES, output), irp.irp());
        mustSucceed(irp);
        return output.getLong(0);
    }

    /** {@code WskSetOption} of one ULONG at level SOL_SOCKET. */
    public NtStatus setOption(WskSocket socket, int code, int value, @Nullable Irp irp) {
        return setOption(socket, ControlCode.SOL_SOCKET, code, value, irp);
    }

    public NtStatus setOption(WskSocket socket, int level, int code, int value, @Nullable Irp irp) {
        ControlParameters parameters =
                new ControlParameters(ControlType.WskSetOption, code, level, Integer.BYTES, value, 0, null);
        return socket.dispatch().controlSocket(parameters, irp);
    }

    /** {@code WskGetOption} of one ULONG; must succeed. */
    public int getOption(WskSocket socket, int level, int code) {
        ByteBuffer output = ByteBuffer.allocate(Integer.BYTES);
        ClientIrp irp = new ClientIrp();
        ControlParameters parameters =
                new ControlParameters(ControlType.WskGetOption, code, level, 0, null, Integer.BYTES, output);
        socket.dispatch().controlSocket(parameters, irp.irp());
        mustSucceed(irp);
        if (irp.information() != Integer.BYTES) {
            throw new AssertionError("the output is said to have " + irp.information() + " bytes");
        }
        return output.getInt(0);
    }

    /** Stream bytes that reached the kernel so far, on all sockets. */
    public long bytesArrived() {
        return TraceAssert.records(log).stream()
                .filter(TraceRecord.BytesArrived.class::isInstance)
                .mapToLong(record -> ((TraceRecord.BytesArrived) record).bytes())
                .sum();
    }

    /** {@code WskGetLocalAddress} of a socket that has one; must succeed. */
    public InetSocketAddress localAddress(WskSocket socket) {
        ClientIrp irp = new ClientIrp();
        if (socket instanceof ListenSocket listener) {
            listener.dispatch().getLocalAddress(irp.irp());
        } else if (socket instanceof StreamSocket stream) {
            stream.dispatch().getLocalAddress(irp.irp());
        } else if (socket instanceof DatagramSocket datagram) {
            datagram.dispatch().getLocalAddress(irp.irp());
        } else if (socket instanceof ConnectionSocket connection) {
            connection.dispatch().getLocalAddress(irp.irp());
        }
        mustSucceed(irp);
        return irp.pointer(InetSocketAddress.class);
    }

    public NtStatus close(WskSocket socket, ClientIrp irp) {
        return socket.dispatch().closeSocket(irp.irp());
    }

    static void mustSucceed(ClientIrp irp) {
        if (!irp.isCompleted() || !irp.status().isSuccess()) {
            throw new AssertionError("expected success, got " + irp.status());
        }
    }
}
