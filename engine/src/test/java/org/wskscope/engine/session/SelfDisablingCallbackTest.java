package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskVersion;

/** SCN-05 with a client of its own: a program beside the demonstration client. */
@Timeout(60)
class SelfDisablingCallbackTest {
    private final AtomicReference<NtStatus> answer = new AtomicReference<>(NtStatus.STATUS_NOT_IMPLEMENTED);
    private final AtomicReference<@Nullable ConnectionSocket> connection = new AtomicReference<>();
    private final Irp disabling = new Irp(irp -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);

    @Test
    void scn05ACallbackThatDisablesItselfCountsAsInProgress() throws IOException {
        try (LiveEcho echo = new LiveEcho()) {
            echo.behave(WskCallback.RECEIVE, CallbackBehaviour.ECHO);
            WskRegistration registration = echo.session
                    .wsk()
                    .register(new WskClientNpi("self", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
            WskProvider provider =
                    registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
            ConnectionSocket socket = connect(provider, echo.tcp.local());
            connection.set(socket);
            socket.dispatch()
                    .controlSocket(ControlParameters.eventCallback(EventMask.of(WskEvent.WSK_EVENT_RECEIVE)), null);

            await(irp -> socket.dispatch().send(WskBuf.of("x"), SendFlags.NONE, irp));
            long entered = echo.log.callbackEntered(socket.id(), WskCallback.RECEIVE);
            long returned = echo.log.callbackReturned(entered);

            assertThat(echo.log.irpCompletion(disabling.number())).isGreaterThan(returned);
            assertThat(answer).hasValue(NtStatus.STATUS_PENDING);
            assertThat(echo.log.irpCompleted(disabling.number())).isEqualTo(NtStatus.STATUS_SUCCESS);
            await(irp -> socket.dispatch().closeSocket(irp));
            registration.releaseProviderNpi();
            registration.deregister();
        }
    }

    private ConnectionSocket connect(WskProvider provider, InetSocketAddress remote) {
        WskSocketParameters parameters = new WskSocketParameters(
                WskSocketParameters.AF_INET,
                WskSocketParameters.SOCK_STREAM,
                WskSocketParameters.IPPROTO_TCP,
                SocketCategory.CONNECTION,
                null,
                new WskClientConnectionDispatch(this::receiveEvent, null, null));
        return (ConnectionSocket) await(irp -> provider.socketConnect(parameters, LiveEcho.ANY_PORT, remote, irp));
    }

    private NtStatus receiveEvent(
            @Nullable Object context,
            ReceiveEventFlags flags,
            @Nullable DataIndication list,
            long bytesIndicated,
            BytesAccepted bytesAccepted) {
        EventMask mask = EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE);
        answer.set(connection.get().dispatch().controlSocket(ControlParameters.eventCallback(mask), disabling));
        return NtStatus.STATUS_SUCCESS;
    }

    private static Object await(WskCall call) {
        CompletableFuture<Irp> completed = new CompletableFuture<>();
        call.with(new Irp(irp -> {
            completed.complete(irp);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        }));
        return completed.join().ioStatus().pointer();
    }
}
