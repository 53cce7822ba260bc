package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_REQUEST;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_DEVICE_STATE;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_NOT_SUPPORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskSocket;

/** The validation order of section 4.4: the first rule that matches decides (C-20). */
@Tag("C-20")
@OnEveryNetwork
class EventMaskRulesTest {
    private static final int RECEIVE = WskEvent.WSK_EVENT_RECEIVE.bit();
    private static final int ALL = EventMask.of(WskEvent.values()).bits();
    private static final int DISABLE = WskEvent.WSK_EVENT_DISABLE;

    @AutoClose
    private final NetworkBench bench;

    EventMaskRulesTest(Network network) {
        bench = new NetworkBench(network);
    }

    private static ControlParameters parameters(ControlType type, int level, long size, @Nullable Object input) {
        return new ControlParameters(type, ControlCode.SO_WSK_EVENT_CALLBACK, level, size, input, 0, null);
    }

    private static EventCallbackControl control(@Nullable NpiId npi, int bits) {
        return new EventCallbackControl(npi, new EventMask(bits));
    }

    private NtStatus mask(WskSocket socket, int bits) {
        return bench.option(socket, new EventMask(bits), null);
    }

    @Test
    @Tag("CTL-ECB-05")
    void malformedRequestsAreInvalidParameters() {
        WskSocket socket = bench.connected();
        EventCallbackControl good = control(NpiId.NPI_WSK_INTERFACE_ID, RECEIVE);
        ControlType set = ControlType.WskSetOption;
        List<ControlParameters> malformed = List.of(
                parameters(set, 1, EventCallbackControl.SIZE, good),
                parameters(set, ControlCode.SOL_SOCKET, EventCallbackControl.SIZE - 1, good),
                parameters(set, ControlCode.SOL_SOCKET, EventCallbackControl.SIZE, null),
                parameters(set, ControlCode.SOL_SOCKET, EventCallbackControl.SIZE, "no control structure"),
                new ControlParameters(
                        set,
                        ControlCode.SO_WSK_EVENT_CALLBACK,
                        ControlCode.SOL_SOCKET,
                        EventCallbackControl.SIZE,
                        good,
                        1,
                        ByteBuffer.allocate(1)),
                parameters(set, ControlCode.SOL_SOCKET, EventCallbackControl.SIZE, control(null, RECEIVE)));

        for (ControlParameters parameters : malformed) {
            assertThat(socket.dispatch().controlSocket(parameters, null))
                    .as(parameters.toString())
                    .isEqualTo(STATUS_INVALID_PARAMETER);
        }
        bench.peer().sends("unheard");
        bench.run();
        assertThat(bench.client.calls).isEmpty();
    }

    @Test
    @Tag("CTL-ECB-02")
    @Tag("CTL-ECB-11")
    @Tag("EVT-GEN-05")
    @Tag("CTL-XIF-02")
    void unknownInterfacesBasicSocketsAndQueriesAreNotSupported() {
        WskSocket socket = bench.connected();
        WskSocket basic = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        NpiId other = new NpiId(new UUID(1, 2));
        int size = EventCallbackControl.SIZE;
        EventCallbackControl good = control(NpiId.NPI_WSK_INTERFACE_ID, RECEIVE);

        assertThat(socket.dispatch()
                        .controlSocket(
                                parameters(
                                        ControlType.WskSetOption,
                                        ControlCode.SOL_SOCKET,
                                        size,
                                        control(other, RECEIVE)),
                                null))
                .isEqualTo(STATUS_NOT_SUPPORTED);
        for (WskEvent event : WskEvent.values()) {
            assertThat(mask(basic, event.bit())).as(event.name()).isEqualTo(STATUS_NOT_SUPPORTED);
        }
        assertThat(socket.dispatch()
                        .controlSocket(parameters(ControlType.WskGetOption, ControlCode.SOL_SOCKET, size, good), null))
                .isEqualTo(STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("CTL-ECB-15")
    @Tag("CTL-ECB-16")
    @Tag("CTL-ECB-17")
    @Tag("CTL-ECB-19")
    @Tag("EVT-GEN-04")
    void everyMaskOfEveryCategoryIsTakenOrRefusedWhole() {
        int connection = EventMask.of(
                        WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG)
                .bits();
        sweep(bench.connected(), connection);
        sweep(bench.listening(), connection | WskEvent.WSK_EVENT_ACCEPT.bit());
        sweep(bench.datagrams(), WskEvent.WSK_EVENT_RECEIVE_FROM.bit());
    }

    private void sweep(WskSocket socket, int valid) {
        for (int bits = ALL; bits >= 0; bits = bits == 0 ? -1 : (bits - 1) & ALL) {
            boolean good = bits != 0 && (bits & ~valid) == 0;
            long before = bench.log.size();

            NtStatus answer = mask(socket, bits);

            assertThat(answer)
                    .as("%s on %s", new EventMask(bits).shortNames(), socket)
                    .isEqualTo(good ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER);
            if (!good) {
                TraceAssert.assertThatFrom(bench.log, before)
                        .containsNone(RecordMatchers.record(TraceRecord.CallbackEnabled.class));
            }
        }
        assertThat(mask(socket, 0x1)).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(mask(socket, DISABLE)).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(mask(socket, DISABLE | valid | 0x1)).isEqualTo(STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("CTL-ECB-14")
    @Tag("CTL-ECB-15")
    @Tag("CTL-ECB-16")
    @Tag("CTL-ECB-17")
    @Tag("CTL-ECB-20")
    @Tag("CTL-INH-04")
    @Tag("EVT-GEN-04")
    void everyDisableOfEveryCategoryIsOfOneEventOfItsOwn() {
        int connection = EventMask.of(
                        WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG)
                .bits();
        sweepDisables(bench.connected(), connection, 0);
        sweepDisables(bench.listening(), WskEvent.WSK_EVENT_ACCEPT.bit(), connection);
        sweepDisables(bench.datagrams(), WskEvent.WSK_EVENT_RECEIVE_FROM.bit(), 0);
    }

    private void sweepDisables(WskSocket socket, int own, int defaults) {
        for (int bits = ALL; bits >= 0; bits = bits == 0 ? -1 : (bits - 1) & ALL) {
            assertThat(mask(socket, own | defaults)).isEqualTo(STATUS_SUCCESS);
            boolean one = Integer.bitCount(bits) == 1;
            NtStatus notOwn = one && (bits & defaults) != 0 ? STATUS_INVALID_DEVICE_REQUEST : STATUS_INVALID_PARAMETER;
            disable(socket, bits, one && (bits & own) != 0 ? STATUS_SUCCESS : notOwn, (own | defaults) & ~bits);
        }
    }

    private void disable(WskSocket socket, int bits, NtStatus expected, int left) {
        long before = bench.log.size();

        NtStatus answer = mask(socket, DISABLE | bits);

        assertThat(answer)
                .as("disable %s on %s", new EventMask(bits).shortNames(), socket)
                .isEqualTo(expected);
        int off = expected.isSuccess() ? 1 : 0;
        TraceAssert.assertThatFrom(bench.log, before)
                .containsTimes(off, RecordMatchers.record(TraceRecord.CallbackDisabled.class))
                .containsTimes(
                        off,
                        RecordMatchers.record(
                                TraceRecord.CallbackDisabled.class,
                                "that event off and no other",
                                record -> record.event().bit() == bits
                                        && record.mask().bits() == left));
    }

    @Test
    void aDeadSocketComesBeforeAMalformedRequestAndThatBeforeTheState() {
        ConnectionSocket dead = bench.connected();
        bench.wsk.failSocket(dead.id());
        bench.run();
        ConnectionSocket early = bench.bound();

        assertThat(mask(dead, 0)).isEqualTo(STATUS_FILE_FORCED_CLOSED);
        assertThat(mask(early, 0)).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(mask(early, RECEIVE)).isEqualTo(STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-OBJ-05")
    @Tag("C-24")
    void enablingNeedsACallbackPointerAndChangesNothingWithoutIt() {
        WskClientConnectionDispatch only =
                new WskClientConnectionDispatch(null, bench.client.connectionTable.disconnectEvent(), null);
        ConnectionSocket socket = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, only);
        socket.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        socket.dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
        bench.run();

        assertThat(bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT))
                .isEqualTo(STATUS_INVALID_PARAMETER);
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).isEmpty();
        assertThat(bench.enable(socket, WskEvent.WSK_EVENT_DISCONNECT)).isEqualTo(STATUS_SUCCESS);
        bench.run();
        assertThat(bench.client.calls).containsExactly("disconnect graceful");
    }

    @Test
    @Tag("CTL-ECB-22")
    @Tag("CTL-ECB-23")
    @Tag("CTL-ECB-24")
    void enablingAddsAndRepeatingChangesNothing() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
        bench.enable(socket, WskEvent.WSK_EVENT_DISCONNECT);
        assertThat(bench.enable(socket, WskEvent.WSK_EVENT_DISCONNECT)).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE, null)).isEqualTo(STATUS_SUCCESS);
        ClientIrp again = new ClientIrp();
        assertThat(bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE, again.irp()))
                .isEqualTo(STATUS_SUCCESS);
        assertThat(again.status()).isEqualTo(STATUS_SUCCESS);

        assertThat(bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE, null)).isEqualTo(STATUS_SUCCESS);
        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful");
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, RecordMatchers.record(TraceRecord.CallbackEnabled.class))
                .containsTimes(1, RecordMatchers.callbackDisabled(WskEvent.WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("CTL-ECB-26")
    @Tag("C-25")
    void enablingWhileADisableDrainsTakesEffectAfterwards() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
        var held = bench.client.holdNextReceive(socket);
        bench.peer().sends("A");
        bench.run();
        ClientIrp irp = new ClientIrp();
        bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE, irp.irp());

        NtStatus answer = bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
        bench.peer().sends("B");
        bench.run();
        held.release(STATUS_SUCCESS);
        bench.run();

        assertThat(answer).isEqualTo(STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(STATUS_SUCCESS);
        assertThat(bench.client.calls).containsExactly("receive A", "receive B");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        RecordMatchers.callbackReturned(WskEvent.WSK_EVENT_RECEIVE, STATUS_SUCCESS),
                        RecordMatchers.callbackDisabled(WskEvent.WSK_EVENT_RECEIVE),
                        RecordMatchers.irpCompleted(WskFunction.WSK_CONTROL_SOCKET, STATUS_SUCCESS, 0),
                        RecordMatchers.callbackEntered(WskEvent.WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("C-22")
    void theStrictOptionRefusesAnIrpOnEnabling() {
        NetworkBench strict = bench.another(KernelOptions.defaults().withStrictIrpOnEnable(true));
        ConnectionSocket socket = strict.connected();
        ClientIrp irp = new ClientIrp();

        NtStatus answer = strict.option(socket, EventMask.of(WskEvent.WSK_EVENT_RECEIVE), irp.irp());

        assertThat(answer).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(irp.status()).isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(strict.disable(socket, WskEvent.WSK_EVENT_RECEIVE, null)).isEqualTo(STATUS_SUCCESS);
    }
}
