package org.wskscope.engine.example;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** An echo server as a WSK client: it registers, gives dispatch tables, and answers what the callbacks bring. */
final class EchoServerExample implements AutoCloseable {
    private final LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT);
    private final WskClientConnectionDispatch connectionDispatch =
            new WskClientConnectionDispatch(this::receiveEvent, this::disconnectEvent, null);
    private final Set<WskSocket> open = ConcurrentHashMap.newKeySet();
    private final WskRegistration registration;
    private final ListenSocket listener;
    private final InetSocketAddress address;

    EchoServerExample() {
        registration = session.wsk()
                .register(new WskClientNpi("example", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider provider = registration
                .captureProviderNpi(WskRegistration.WSK_INFINITE_WAIT)
                .provider();
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                WskSocketParameters.SOCK_STREAM,
                WskSocketParameters.IPPROTO_TCP,
                SocketCategory.LISTEN,
                null,
                new WskClientListenDispatch(this::acceptEvent, null, null));

        listener = (ListenSocket) await(irp -> provider.socket(parameters, irp));
        await(irp -> listener.dispatch().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0, irp));
        address = (InetSocketAddress) await(irp -> listener.dispatch().getLocalAddress(irp));
        EventMask events =
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        listener.dispatch().controlSocket(ControlParameters.eventCallback(events), null);
    }

    InetSocketAddress address() {
        return address;
    }

    /** Closing and deregistering wait, so this must not be called from a callback. */
    @Override
    public void close() {
        await(irp -> listener.dispatch().closeSocket(irp));
        for (WskSocket connection : open) {
            if (open.remove(connection)) {
                await(irp -> connection.dispatch().closeSocket(irp));
            }
        }
        registration.releaseProviderNpi();
        registration.deregister();
        session.close();
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    private NtStatus acceptEvent(
            @Nullable Object context,
            AcceptEventFlags flags,
            InetSocketAddress local,
            InetSocketAddress remote,
            @Nullable ConnectionSocket accepted,
            AcceptSocketParameters out) {
        if (accepted == null) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        out.set(accepted, connectionDispatch);
        open.add(accepted);
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus receiveEvent(
            @Nullable Object context,
            ReceiveEventFlags flags,
            @Nullable DataIndication list,
            long bytesIndicated,
            BytesAccepted bytesAccepted) {
        ConnectionSocket connection = (ConnectionSocket) context;
        for (DataIndication item = list; item != null; item = item.next()) {
            connection.dispatch().send(copyOf(item.buffer()), SendFlags.NONE, new Irp(EchoServerExample::sent));
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus disconnectEvent(@Nullable Object context, DisconnectEventFlags flags) {
        ConnectionSocket connection = (ConnectionSocket) context;
        if (open.remove(connection)) {
            connection.dispatch().closeSocket(new Irp(EchoServerExample::sent));
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** The buffers of an indication are WSK's and end with the callback; a send needs its own until it completes. */
    private static WskBuf copyOf(WskBuf lent) {
        ByteBuffer copy = ByteBuffer.allocate((int) lent.length());
        for (Mdl mdl = lent.mdl(); mdl != null && copy.hasRemaining(); mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes().duplicate();
            if (mdl == lent.mdl()) {
                bytes.position(bytes.position() + lent.offset());
            }
            bytes.limit(Math.min(bytes.limit(), bytes.position() + copy.remaining()));
            copy.put(bytes);
        }
        return WskBuf.of(copy.flip());
    }

    private static NtStatus sent(Irp irp) {
        return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
    }

    /** Calls a function and waits for its IRP, as a driver's start-up code at PASSIVE_LEVEL may. */
    private static @Nullable Object await(Function<Irp, NtStatus> function) {
        CompletableFuture<Irp> completed = new CompletableFuture<>();
        function.apply(new Irp(irp -> {
            completed.complete(irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }));
        return completed.join().ioStatus().pointer();
    }
}
