package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISABLE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.BellExtension;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages sio-wsk-register-extension, registering-an-extension-interface and winsock-kernel-extension-interfaces. */
@OnEveryNetwork
class ExtensionConformanceTest {
    private static final int RING = BellExtension.EVENT_RING;

    @AutoClose
    private final NetworkBench bench;

    ExtensionConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private final List<Object> rings = new ArrayList<>();
    private Runnable onRing = () -> {};
    private final BellExtension.ClientDispatch hears = context -> {
        rings.add(String.valueOf(context));
        onRing.run();
        return NtStatus.STATUS_SUCCESS;
    };

    private BasicSocket basic;
    private ExtensionControlOut bell;

    @BeforeEach
    void aBasicSocketWithABell() {
        bench.wsk.install(new BellExtension());
        basic = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        bell = new ExtensionControlOut();
        assertThat(register(basic, BellExtension.ID, hears, bell)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static NtStatus register(WskSocket socket, NpiId id, @Nullable Object table, ExtensionControlOut out) {
        ExtensionControlIn in = new ExtensionControlIn(id, "client context", table);
        return socket.dispatch().controlSocket(registration(in, out, new OutputSizeReturned()), null);
    }

    private static ControlParameters registration(
            @Nullable Object in, @Nullable Object out, @Nullable OutputSizeReturned size) {
        return new ControlParameters(
                ControlType.WskIoctl,
                ControlCode.SIO_WSK_REGISTER_EXTENSION,
                0,
                ExtensionControlIn.SIZE,
                in,
                ExtensionControlOut.SIZE,
                out,
                size);
    }

    private static NtStatus option(WskSocket socket, int mask, @Nullable Irp irp) {
        EventCallbackControl control = new EventCallbackControl(BellExtension.ID, new EventMask(mask));
        return socket.dispatch()
                .controlSocket(
                        new ControlParameters(
                                ControlType.WskSetOption,
                                ControlCode.SO_WSK_EVENT_CALLBACK,
                                ControlCode.SOL_SOCKET,
                                EventCallbackControl.SIZE,
                                control,
                                0,
                                null),
                        irp);
    }

    private void ring() {
        ring(bell);
        bench.run();
    }

    private static void ring(ExtensionControlOut out) {
        ((BellExtension.ProviderDispatch) out.providerDispatch()).ring(out.providerContext());
    }

    @Test
    @Tag("CTL-XIF-03")
    @Tag("CTL-XIF-02")
    void aKernelWithoutInstalledExtensionsSupportsNone() {
        NetworkBench production = bench.another(KernelOptions.defaults());
        BasicSocket socket = production.create(BasicSocket.class, SocketCategory.BASIC, null);

        assertThat(register(socket, BellExtension.ID, hears, new ExtensionControlOut()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(register(socket, NpiId.NPI_WSK_INTERFACE_ID, hears, new ExtensionControlOut()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(register(basic, new NpiId(new UUID(1, 2)), hears, new ExtensionControlOut()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("CTL-XIF-01")
    @Tag("CTL-OPT-04")
    void registeringExchangesTablesOnceForEachSocketWithoutIrp() {
        BasicSocket other = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        OutputSizeReturned size = new OutputSizeReturned();
        ExtensionControlIn in = new ExtensionControlIn(BellExtension.ID, null, hears);
        ClientIrp irp = new ClientIrp();

        assertThat(other.dispatch().controlSocket(registration(in, new ExtensionControlOut(), size), irp.irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(size.get()).isZero();
        assertThat(option(other, RING, null))
                .as("registered on one socket is not registered on another")
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(other.dispatch().controlSocket(registration(in, new ExtensionControlOut(), size), null))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(size.get()).isEqualTo(ExtensionControlOut.SIZE);
        assertThat(option(other, RING, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bell.providerContext()).isEqualTo("bell of " + basic.id().value());
        assertThat(register(basic, BellExtension.ID, hears, new ExtensionControlOut()))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("CTL-XIF-01")
    void malformedRegistrationsAreRefusedAndAnExtensionMayNotFitACategory() {
        BasicSocket other = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        ExtensionControlIn nameless = new ExtensionControlIn(null, null, hears);
        ExtensionControlIn in = new ExtensionControlIn(BellExtension.ID, null, hears);

        assertThat(other.dispatch().controlSocket(registration(nameless, new ExtensionControlOut(), null), null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(other.dispatch().controlSocket(registration(in, null, null), null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(other.dispatch().controlSocket(registration("x", new ExtensionControlOut(), null), null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(register(bench.listening(), BellExtension.ID, hears, new ExtensionControlOut()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("CTL-ECB-12")
    @Tag("CTL-ECB-02")
    @Tag("EVT-GEN-14")
    void anExtensionsEventIsOffUntilItIsEnabledByItsIdOnABasicSocketToo() {
        ring();
        assertThat(rings).isEmpty();

        assertThat(option(basic, RING, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(rings).as("what was missed is not told later").isEmpty();
        ring();
        ring();
        assertThat(option(basic, RING | WSK_EVENT_DISABLE, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ring();

        assertThat(rings).containsExactly("client context", "client context");
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, callbackEntered(WskCallback.EXTENSION))
                .containsTimes(2, callbackReturned(WskCallback.EXTENSION, NtStatus.STATUS_SUCCESS));
    }

    @Test
    @Tag("CTL-ECB-12")
    @Tag("CTL-ECB-14")
    @Tag("CTL-ECB-19")
    void masksOfTheExtensionFollowTheSameRules() {
        assertThat(option(basic, 0, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(option(basic, WSK_EVENT_RECEIVE.bit(), null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(option(basic, RING | 0x8, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(option(basic, BellExtension.EVENT_SILENT, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(option(basic, WSK_EVENT_DISABLE | RING | BellExtension.EVENT_SILENT, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.enable(basic, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        ring();
        assertThat(rings).isEmpty();
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("CTL-ECB-12")
    void aDisableWaitsForTheExtensionsCallbackInProgress() {
        option(basic, RING, null);
        DeferredReturn[] held = new DeferredReturn[1];
        onRing = () -> held[0] = basic.deferReturn();
        ring();
        ClientIrp disabling = new ClientIrp();

        assertThat(option(basic, RING | WSK_EVENT_DISABLE, disabling.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(option(basic, RING | WSK_EVENT_DISABLE, null)).isEqualTo(NtStatus.STATUS_EVENT_PENDING);
        ring();
        assertThat(disabling.isCompleted()).isFalse();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(disabling.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(rings).hasSize(1);
    }

    @Test
    @Tag("API-IRP-11")
    void aWaitingDisableCanBeCancelled() {
        option(basic, RING, null);
        DeferredReturn[] held = new DeferredReturn[1];
        onRing = () -> held[0] = basic.deferReturn();
        ring();
        ClientIrp disabling = new ClientIrp();
        option(basic, RING | WSK_EVENT_DISABLE, disabling.irp());

        disabling.irp().cancel();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(disabling.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(disabling.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-01")
    void closeWaitsForTheExtensionsCallbackAndEndsItsDisables() {
        option(basic, RING, null);
        DeferredReturn[] held = new DeferredReturn[1];
        onRing = () -> held[0] = basic.deferReturn();
        ring();
        ClientIrp disabling = new ClientIrp();
        option(basic, RING | WSK_EVENT_DISABLE, disabling.irp());
        ClientIrp closing = new ClientIrp();

        assertThat(bench.close(basic, closing)).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(disabling.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        ring();
        assertThat(closing.isCompleted()).isFalse();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(rings).hasSize(1);
    }

    @Test
    @Tag("CTL-ECB-25")
    void anIrpOnAnEnableIsNoted() {
        ClientIrp irp = new ClientIrp();

        assertThat(option(basic, RING, irp.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.IRP_ON_ENABLE));
    }

    @Test
    @Tag("C-16")
    @Tag("EVT-GEN-14")
    void extensionCallbacksAndEventsOfOneSocketTakeTurns() {
        ConnectionSocket socket = bench.connected();
        ExtensionControlOut out = new ExtensionControlOut();
        register(socket, BellExtension.ID, hears, out);
        option(socket, RING, null);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        DeferredReturn[] held = new DeferredReturn[1];
        onRing = () -> held[0] = socket.deferReturn();
        ring(out);
        bench.run();

        bench.peer().sends("A");
        bench.run();
        assertThat(bench.client.calls).isEmpty();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive A");
    }

    @Test
    void aStreamSocketKeepsItsExtensionWhenItListens() {
        StreamSocket socket = bench.create(StreamSocket.class, SocketCategory.STREAM, null);
        ExtensionControlOut out = new ExtensionControlOut();
        register(socket, BellExtension.ID, hears, out);
        option(socket, RING, null);
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        socket.dispatch().listen(new ClientIrp().irp());
        bench.run();

        ring(out);
        bench.run();

        assertThat(rings).hasSize(1);
    }
}
