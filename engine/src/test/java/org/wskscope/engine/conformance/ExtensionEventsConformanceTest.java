package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.Extension;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocket;

/** An extension with several events (WDK: winsock-kernel-extension-interfaces): each has a switch of its own, and a stream socket takes them into its role. */
@PlayedByHand("the test says what happens between a ring and the processor's turn")
class ExtensionEventsConformanceTest {
    private static final int LOW = 0x1;
    private static final int MIDDLE = 0x2;
    private static final int HIGH = 0x4;
    private static final int ALL = LOW | MIDDLE | HIGH;

    private final Chimes chimes = new Chimes();
    private KernelBench bench = new KernelBench();

    private BasicSocket basic() {
        return attached(bench.create(BasicSocket.class, SocketCategory.BASIC, null));
    }

    private <S extends WskSocket> S attached(S socket) {
        bench.wsk.install(chimes);
        ControlParameters parameters = new ControlParameters(
                ControlType.WskIoctl,
                ControlCode.SIO_WSK_REGISTER_EXTENSION,
                0,
                ExtensionControlIn.SIZE,
                new ExtensionControlIn(Chimes.ID, null, chimes),
                ExtensionControlOut.SIZE,
                new ExtensionControlOut());
        assertThat(socket.dispatch().controlSocket(parameters, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return socket;
    }

    private static NtStatus option(WskSocket socket, int mask, @Nullable Irp irp) {
        return control(socket, ControlType.WskSetOption, ControlCode.SOL_SOCKET, mask, irp);
    }

    private static NtStatus control(WskSocket socket, ControlType type, int level, int mask, @Nullable Irp irp) {
        EventCallbackControl control = new EventCallbackControl(Chimes.ID, new EventMask(mask));
        return socket.dispatch()
                .controlSocket(
                        new ControlParameters(
                                type,
                                ControlCode.SO_WSK_EVENT_CALLBACK,
                                level,
                                EventCallbackControl.SIZE,
                                control,
                                0,
                                null),
                        irp);
    }

    private void ringAll() {
        chimes.ring(HIGH);
        chimes.ring(MIDDLE);
        chimes.ring(LOW);
        bench.run();
    }

    @Test
    @Tag("CTL-ECB-12")
    @Tag("CTL-ECB-14")
    @Tag("EVT-GEN-14")
    void severalEventsAreEnabledAtOnceAndDisabledOneByOne() {
        BasicSocket socket = basic();
        assertThat(option(socket, ALL, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ringAll();
        assertThat(chimes.heard).containsExactly(LOW, MIDDLE, HIGH);

        assertThat(option(socket, WSK_EVENT_DISABLE | MIDDLE, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ringAll();

        assertThat(chimes.heard).containsExactly(LOW, MIDDLE, HIGH, LOW, HIGH);
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .allMatch(call -> call.callback() == WskCallback.EXTENSION && call.flags() == 0)
                .extracting(TraceRecord.CallbackEntered::amount)
                .containsExactly(1L, 2L, 4L, 1L, 4L);
    }

    @Test
    @Tag("CTL-ECB-12")
    @Tag("CTL-ECB-19")
    void allOrNothingIsEnabledWhenOneHasNoCallback() {
        BasicSocket socket = basic();
        chimes.deafFor = HIGH;

        assertThat(option(socket, ALL, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        ringAll();
        assertThat(chimes.heard).isEmpty();
        assertThat(option(socket, LOW | MIDDLE, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        ringAll();

        assertThat(chimes.heard).containsExactly(LOW, MIDDLE);
    }

    @Test
    @Tag("CTL-ECB-05")
    @Tag("CTL-ECB-12")
    void malformedRequestsAndQueriesAreRefusedForExtensionsToo() {
        BasicSocket socket = basic();

        assertThat(control(socket, ControlType.WskSetOption, ControlCode.IPPROTO_TCP, LOW, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(control(socket, ControlType.WskGetOption, ControlCode.SOL_SOCKET, LOW, null))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        ringAll();

        assertThat(chimes.heard).isEmpty();
    }

    @Test
    @Tag("C-22")
    @Tag("CTL-ECB-25")
    void anIrpOnAnEnableIsRefusedForExtensionsTooIfSoChosen() {
        bench = new KernelBench(KernelOptions.defaults().withStrictIrpOnEnable(true));
        BasicSocket socket = basic();
        ClientIrp irp = new ClientIrp();

        assertThat(option(socket, LOW, irp.irp())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        ringAll();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(chimes.heard).isEmpty();
    }

    @Test
    @Tag("API-SCK-04")
    @Tag("API-CLO-02")
    @Tag("EVT-GEN-14")
    void whatRangBeforeAStreamSocketListenedIsReportedByTheListener() {
        StreamSocket socket = attached(bench.create(StreamSocket.class, SocketCategory.STREAM, null));
        option(socket, LOW, null);
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        DeferredReturn[] held = new DeferredReturn[1];
        chimes.onRing = () -> held[0] = socket.deferReturn();
        chimes.ring(LOW);
        socket.dispatch().listen(new ClientIrp().irp());
        bench.run();
        assertThat(chimes.heard).containsExactly(LOW);

        ClientIrp closing = new ClientIrp();
        bench.close(socket, closing);
        bench.run();
        assertThat(closing.isCompleted()).isFalse();
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-CLO-08")
    @Tag("EVT-GEN-14")
    void aClosedSocketHearsNoExtension() {
        BasicSocket socket = basic();
        option(socket, LOW, null);
        chimes.ring(LOW);
        bench.close(socket, new ClientIrp());

        ringAll();

        assertThat(chimes.heard).isEmpty();
    }

    /** Three bells with a callback each. */
    private static final class Chimes implements Extension {
        static final NpiId ID = new NpiId(UUID.fromString("b311b311-0000-4000-8000-000000000003"));

        final List<Integer> heard = new ArrayList<>();
        Runnable onRing = () -> {};
        int deafFor;
        private @Nullable Events events;

        void ring(int bit) {
            if (events == null) {
                throw new IllegalStateException("nobody attached the chimes");
            }
            events.raise(bit);
        }

        @Override
        public NpiId id() {
            return ID;
        }

        @Override
        public int eventBits() {
            return ALL;
        }

        @Override
        public NtStatus attach(Attachment socket, ExtensionControlIn in, ExtensionControlOut out, Events given) {
            events = given;
            return NtStatus.STATUS_SUCCESS;
        }

        @Override
        public boolean hasCallback(int eventBit, ExtensionControlIn client) {
            return eventBit != deafFor;
        }

        @Override
        public NtStatus call(int eventBit, ExtensionControlIn client) {
            heard.add(eventBit);
            onRing.run();
            return NtStatus.STATUS_SUCCESS;
        }
    }
}
