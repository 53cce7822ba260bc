package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A socket with nothing but the disable and close protocol: the kernel's door, gates, pumps and close engine, without data or transport. Several indicators, each
 * with a pump of its own as in the option {@code parallelDatagram}, indicate two events and leave every call in progress until they are told.
 */
final class ProtocolSocket extends SocketCore {
    private final Indicator[] indicators;

    ProtocolSocket(ClientRegistration client, SocketIdentity identity, int indicatorCount) {
        super(client, identity);
        indicators = new Indicator[indicatorCount];
        for (int number = 0; number < indicatorCount; number++) {
            indicators[number] = new Indicator(this, identity.processor());
        }
        beginIn(SocketState.CONNECTED);
    }

    Indicator indicator(int number) {
        return indicators[number];
    }

    /** One source of indications. */
    static final class Indicator extends CallbackPump {
        private final ProtocolSocket socket;
        private @Nullable WskCallback wanted;
        private @Nullable DeferredReturn held;

        Indicator(ProtocolSocket socket, TransportProcessor processor) {
            super(socket, processor);
            this.socket = socket;
        }

        /** Indicates {@code callback}: it is in progress afterwards, or was not to be called. */
        void begin(WskCallback callback) {
            wanted = callback;
            run();
            wanted = null;
        }

        /** The call in progress is told to return; it does with the processor's next task. */
        void release() {
            if (held == null) {
                throw new IllegalStateException("no call is in progress");
            }
            held.complete(NtStatus.STATUS_SUCCESS);
            held = null;
        }

        @Override
        @Nullable
        WskCallback nextCall() {
            WskCallback call = wanted;
            wanted = null;
            WskEvent event = call == null ? null : call.event();
            return event != null && socket.mayCall(event) ? call : null;
        }

        @Override
        NtStatus invoke(WskCallback callback) {
            held = defer();
            return NtStatus.STATUS_SUCCESS;
        }

        @Override
        void returned(WskCallback callback, NtStatus status) {}
    }

    @Override
    boolean isCallInProgress() {
        for (Indicator indicator : indicators) {
            if (indicator.isInFlight()) {
                return true;
            }
        }
        return false;
    }

    @Override
    WskSocket handle() {
        throw new IllegalStateException("no client holds this socket: " + ConnectionSocket.class);
    }

    @Override
    NtStatus perform(Request request) {
        throw new IllegalStateException(request.function + " is no part of the protocol");
    }

    @Override
    boolean abandon(Request request) {
        return false;
    }

    @Override
    void completeAll(NtStatus status) {}

    @Override
    boolean tearDown() {
        return false;
    }

    @Override
    void advance() {}

    @Override
    @Nullable
    WskCallback nextCall() {
        return null;
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        throw new IllegalStateException("indicators call");
    }

    @Override
    void returned(WskCallback callback, NtStatus status) {}

    @Override
    boolean hasCallback(WskEvent event) {
        return true;
    }

    @Override
    EventScope eventScope() {
        return EventScope.CONNECTION;
    }
}
