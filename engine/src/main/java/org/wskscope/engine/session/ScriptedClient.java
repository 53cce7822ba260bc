package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;

/**
 * The demonstration WSK client: dispatch tables whose callbacks do what {@link CallbackBehaviour} says for the socket they are called for. The socket context is the
 * {@link ScriptedSocket}. Callbacks run on processors and never wait, unless they are told to show what happens then.
 */
final class ScriptedClient {
    private final KernelCalls kernel;
    private final CallScript script;
    private final ClientSockets sockets;
    private final EchoSender echo;
    private final SocketClosing closing;
    private final WskClientConnectionDispatch connectionDispatch =
            new WskClientConnectionDispatch(this::receiveEvent, this::disconnectEvent, this::sendBacklogEvent);
    private final WskClientListenDispatch listenDispatch =
            new WskClientListenDispatch(this::acceptEvent, this::inspectEvent, this::abortEvent);
    private final WskClientDatagramDispatch datagramDispatch = new WskClientDatagramDispatch(this::receiveFromEvent);
    private final WskClientStreamDispatch streamDispatch =
            new WskClientStreamDispatch(listenDispatch, connectionDispatch);

    ScriptedClient(
            CallScript script, ClientSockets sockets, EchoSender echo, SocketClosing closing, KernelCalls kernel) {
        this.kernel = kernel;
        this.script = script;
        this.sockets = sockets;
        this.echo = echo;
        this.closing = closing;
    }

    /** The table for a new socket of the category; null for basic sockets, which have no callbacks (API-OBJ-04). */
    @Nullable
    WskClientSocketDispatch dispatch(SocketCategory category) {
        return switch (category) {
            case BASIC -> null;
            case LISTEN -> listenDispatch;
            case CONNECTION -> connectionDispatch;
            case DATAGRAM -> datagramDispatch;
            case STREAM -> streamDispatch;
        };
    }

    /** The table for a socket that {@code WskAccept} delivers. */
    WskClientConnectionDispatch connectionDispatch() {
        return connectionDispatch;
    }

    /** {@code WskClientEvent}: WSK defines no client event (EVT-CLI-02). */
    NtStatus clientEvent(@Nullable Object context, int eventType, @Nullable Object information, long length) {
        return NtStatus.STATUS_NOT_IMPLEMENTED;
    }

    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    private NtStatus acceptEvent(
            @Nullable Object context,
            AcceptEventFlags flags,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable ConnectionSocket acceptSocket,
            AcceptSocketParameters acceptSocketParameters) {
        ScriptedSocket listener = socketOf(context);
        if (acceptSocket == null) {
            leaveDead(listener, WskCallback.ACCEPT);
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        ScriptedSocket accepted = listener.accepted();
        accepted.attach(acceptSocket);
        Runnable outputs = () -> acceptSocketParameters.set(accepted, connectionDispatch);
        if (!listener.behaviour(WskCallback.ACCEPT).acts().contains(new CallbackStep.WriteOutputs())) {
            outputs.run();
        }
        if (!sockets.admit(accepted)) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        Consumer<CallbackStep> performer = act -> script.perform(act, accepted, null, outputs);
        return script.run(listener, WskCallback.ACCEPT, performer, (status, bytesAccepted) -> {
            if (!status.equals(NtStatus.STATUS_SUCCESS)) {
                sockets.forget(accepted);
            }
            return status;
        });
    }

    private InspectAction inspectEvent(
            @Nullable Object context,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable InspectId inspectId) {
        ScriptedSocket listener = socketOf(context);
        if (inspectId == null) {
            leaveDead(listener, WskCallback.INSPECT);
            return InspectAction.WskInspectReject;
        }
        listener.copy(inspectId);
        NtStatus answer =
                script.run(listener, WskCallback.INSPECT, performer(listener, null), (status, bytesAccepted) -> status);
        return InspectAction.of(answer.code()).orElse(InspectAction.WskInspectReject);
    }

    private NtStatus abortEvent(@Nullable Object context, InspectId inspectId) {
        ScriptedSocket listener = socketOf(context);
        return script.run(listener, WskCallback.ABORT, performer(listener, null), (status, bytesAccepted) -> status);
    }

    private NtStatus receiveEvent(
            @Nullable Object context,
            ReceiveEventFlags flags,
            @Nullable DataIndication list,
            long bytesIndicated,
            BytesAccepted accepted) {
        ScriptedSocket socket = socketOf(context);
        if (list == null) {
            leaveDead(socket, WskCallback.RECEIVE);
            return NtStatus.STATUS_SUCCESS;
        }
        CallbackBehaviour behaviour = socket.behaviour(WskCallback.RECEIVE);
        boolean waits = behaviour.waitsInside();
        boolean echoes = behaviour.echo() || waits;
        ClientList known = ClientList.of(list);
        return script.run(socket, WskCallback.RECEIVE, performer(socket, known), (status, bytesAccepted) -> {
            boolean retains = status.equals(NtStatus.STATUS_PENDING);
            if (!retains && !status.equals(NtStatus.STATUS_SUCCESS)) {
                return status;
            }
            boolean takesAll = retains || bytesAccepted < 0;
            int taken = Math.toIntExact(takesAll ? bytesIndicated : Math.min(bytesAccepted, bytesIndicated));
            boolean sends = echoes && taken > 0;
            if (sends && !socket.echoBacklog().begin(taken)) {
                return NtStatus.STATUS_DATA_NOT_ACCEPTED;
            }
            byte[] copy = sends ? BufferCopy.of(list, taken) : new byte[0];
            if (bytesAccepted >= 0) {
                accepted.set(bytesAccepted);
            }
            NtStatus answer = retains && !socket.lists().retain(known) ? NtStatus.STATUS_SUCCESS : status;
            if (sends) {
                waitIf(waits, echo.send(socket, copy));
            }
            return answer;
        });
    }

    private NtStatus receiveFromEvent(
            @Nullable Object context, ReceiveFromEventFlags flags, @Nullable DatagramIndication list) {
        ScriptedSocket socket = socketOf(context);
        if (list == null) {
            leaveDead(socket, WskCallback.RECEIVE_FROM);
            return NtStatus.STATUS_SUCCESS;
        }
        boolean echoes = socket.behaviour(WskCallback.RECEIVE_FROM).echo();
        ClientList known = ClientList.of(list);
        return script.run(socket, WskCallback.RECEIVE_FROM, performer(socket, known), (status, bytesAccepted) -> {
            boolean retains = status.equals(NtStatus.STATUS_PENDING);
            if (echoes && (retains || status.equals(NtStatus.STATUS_SUCCESS))) {
                echoDatagrams(socket, list);
            }
            return retains && !socket.lists().retain(known) ? NtStatus.STATUS_SUCCESS : status;
        });
    }

    /** A datagram whose echo finds too many others on their way gets none, as networks do. */
    private void echoDatagrams(ScriptedSocket socket, DatagramIndication list) {
        for (DatagramIndication datagram = list; datagram != null; datagram = datagram.next()) {
            if (socket.echoBacklog().begin(datagram.buffer().length())) {
                echo.sendTo(socket, BufferCopy.of(datagram.buffer()), datagram.remoteAddress());
            }
        }
    }

    private NtStatus disconnectEvent(@Nullable Object context, DisconnectEventFlags flags) {
        ScriptedSocket socket = socketOf(context);
        CallbackBehaviour behaviour = socket.behaviour(WskCallback.DISCONNECT);
        boolean closes = behaviour.closeAfter();
        return script.run(socket, WskCallback.DISCONNECT, performer(socket, null), (status, bytesAccepted) -> {
            if (behaviour.waitsInside()) {
                waitIf(true, closing.closeNow(socket));
                return status;
            }
            if (closes) {
                socket.peerLeft(
                        flags.abortive() ? ScriptedSocket.Departure.ABORTIVE : ScriptedSocket.Departure.GRACEFUL);
                closing.considerClosing(socket);
            }
            return status;
        });
    }

    private NtStatus sendBacklogEvent(@Nullable Object context, long idealBacklogSize) {
        ScriptedSocket socket = socketOf(context);
        return script.run(socket, WskCallback.SEND_BACKLOG, performer(socket, null), (status, bytesAccepted) -> status);
    }

    private Consumer<CallbackStep> performer(ScriptedSocket socket, @Nullable ClientList list) {
        return act -> script.perform(act, socket, list, () -> {});
    }

    /** WSK told the callback that its socket is dead (EVT-GEN-10). */
    private void leaveDead(ScriptedSocket socket, WskCallback callback) {
        if (socket.behaviour(callback).closeAfter()) {
            closing.later(() -> closing.close(socket));
        }
    }

    /** What no client must do, and some do (SCN-06, SCN-19). In strict mode this throws, and the callback with it. */
    private void waitIf(boolean waits, @Nullable Irp irp) {
        if (waits && irp != null) {
            kernel.waitFor(irp, KernelCalls.NO_TIMEOUT);
        }
    }

    private static ScriptedSocket socketOf(@Nullable Object context) {
        if (context instanceof ScriptedSocket socket) {
            return socket;
        }
        throw new IllegalStateException("WSK gave back another context than it was given: " + context);
    }
}
