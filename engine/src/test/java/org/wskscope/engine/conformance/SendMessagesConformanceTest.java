package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedDatagrams;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;

/** The WDK pages nc-wsk-pfn_wsk_send_messages, nc-wsk-pfn_wsk_send_to, sio-wsk-set-remote-address and sio-wsk-set-sendto-address. */
@PlayedByHand("the test decides how each single datagram ends")
class SendMessagesConformanceTest {
    private static final InetSocketAddress OTHER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private final KernelBench bench = new KernelBench();
    private DatagramSocket socket;

    @BeforeEach
    void bind() {
        socket = bench.datagrams();
    }

    private ScriptedDatagrams wire() {
        return bench.transport.datagramSocket(0);
    }

    private ClientIrp send(@Nullable InetSocketAddress remote, String first, String... others) {
        WskBuf[] rest = new WskBuf[others.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = WskBuf.of(others[i]);
        }
        ClientIrp irp = new ClientIrp();
        socket.dispatch().sendMessages(WskBufList.of(WskBuf.of(first), rest), 0, remote, irp.irp());
        return irp;
    }

    private NtStatus fix(int code, long size, @Nullable Object address) {
        ClientIrp irp = new ClientIrp();
        NtStatus answer = socket.dispatch()
                .controlSocket(new ControlParameters(ControlType.WskIoctl, code, 0, size, address, 0, null), irp.irp());
        assertThat(irp.status()).isEqualTo(answer);
        return answer;
    }

    @Test
    void everyElementIsADatagramInOrderAndOneIrpCompletesAfterTheLast() {
        ClientIrp irp = send(KernelBench.PEER, "one", "two", "three");
        assertThat(irp.isCompleted()).isFalse();

        bench.run();

        assertThat(wire().sent()).extracting(ScriptedDatagrams.Packet::text).containsExactly("one", "two", "three");
        assertThat(wire().sent()).extracting(ScriptedDatagrams.Packet::remote).containsOnly(KernelBench.PEER);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(11);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    void aDatagramInSeveralBuffersGoesOutWhole() {
        Mdl second = new Mdl(ByteBuffer.wrap("ne!".getBytes()), null);
        WskBuf split = new WskBuf(new Mdl(ByteBuffer.wrap("__o".getBytes()), second), 2, 3);
        ClientIrp irp = new ClientIrp();

        socket.dispatch().sendMessages(WskBufList.of(split, WskBuf.EMPTY), 0, KernelBench.PEER, irp.irp());
        bench.run();

        assertThat(wire().sent()).extracting(ScriptedDatagrams.Packet::text).containsExactly("one", "");
        assertThat(irp.information()).isEqualTo(3);
    }

    @Test
    void whenOneFailsTheRequestFailsAndTellsHowManyBytesWentOut() {
        wire().sendsEnd(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_HOST_UNREACHABLE, NtStatus.STATUS_NETWORK_UNREACHABLE);

        ClientIrp irp = send(KernelBench.PEER, "one", "two", "three", "four");
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_HOST_UNREACHABLE);
        assertThat(irp.information()).isEqualTo(3 + 4);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-IRP-12")
    void itKeepsItsPlaceAmongOtherSends() {
        List<String> completed = new ArrayList<>();
        ClientIrp before = new ClientIrp().then(() -> completed.add("before"));
        ClientIrp after = new ClientIrp().then(() -> completed.add("after"));
        socket.dispatch().sendTo(WskBuf.of("before"), 0, KernelBench.PEER, before.irp());
        send(KernelBench.PEER, "one", "two").then(() -> completed.add("messages"));
        socket.dispatch().sendTo(WskBuf.of("after"), 0, KernelBench.PEER, after.irp());

        bench.run();

        assertThat(wire().sent())
                .extracting(ScriptedDatagrams.Packet::text)
                .containsExactly("before", "one", "two", "after");
        assertThat(completed).containsExactly("before", "messages", "after");
    }

    @Test
    @Tag("API-IRP-11")
    void aCancelledRequestCompletesOnceAndWhatTheTransportStillTellsBelongsToNobody() {
        ClientIrp irp = send(KernelBench.PEER, "one", "two");

        irp.irp().cancel();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    void nothingToSendReservedFlagsAndBuffersTooShortAreRefused() {
        WskBuf tooShort = new WskBuf(new Mdl(ByteBuffer.allocate(2), null), 0, 3);
        ClientIrp nothing = new ClientIrp();
        ClientIrp flags = new ClientIrp();
        ClientIrp unsound = new ClientIrp();

        socket.dispatch().sendMessages(null, 0, KernelBench.PEER, nothing.irp());
        socket.dispatch().sendMessages(WskBufList.of(WskBuf.of("x")), 1, KernelBench.PEER, flags.irp());
        socket.dispatch().sendMessages(WskBufList.of(WskBuf.of("x"), tooShort), 0, KernelBench.PEER, unsound.irp());
        bench.run();

        assertThat(nothing.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(flags.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(unsound.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(wire().sent()).isEmpty();
    }

    @Test
    @Tag("API-SCK-08")
    void anUnboundSocketSendsNoMessages() {
        DatagramSocket fresh = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        ClientIrp irp = new ClientIrp();

        fresh.dispatch().sendMessages(WskBufList.of(WskBuf.of("x")), 0, KernelBench.PEER, irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    @Tag("API-SND-02")
    @Tag("CTL-OPT-02")
    void withoutAnAddressItGoesToTheFixedOneUntilThatIsCleared() {
        fix(ControlCode.SIO_WSK_SET_REMOTE_ADDRESS, 16, KernelBench.PEER);
        send(null, "remote");
        fix(ControlCode.SIO_WSK_SET_SENDTO_ADDRESS, 16, OTHER);
        send(null, "send-to");
        send(KernelBench.PEER, "explicit");
        bench.run();
        fix(ControlCode.SIO_WSK_SET_SENDTO_ADDRESS, 0, null);
        send(null, "remote again");
        fix(ControlCode.SIO_WSK_SET_REMOTE_ADDRESS, 0, null);
        ClientIrp nowhere = send(null, "nowhere");
        bench.run();

        assertThat(wire().sent())
                .extracting(ScriptedDatagrams.Packet::remote)
                .containsExactly(KernelBench.PEER, OTHER, KernelBench.PEER, KernelBench.PEER);
        assertThat(nowhere.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {ControlCode.SIO_WSK_SET_REMOTE_ADDRESS, ControlCode.SIO_WSK_SET_SENDTO_ADDRESS})
    @Tag("CTL-OPT-02")
    void addressesAreFixedAfterBindWithAnIrpAndAWholeAddress(int code) {
        ControlParameters right = new ControlParameters(ControlType.WskIoctl, code, 0, 16, OTHER, 0, null);
        DatagramSocket fresh = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);

        assertThat(fix(code, 15, OTHER)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(fix(code, 16, "somewhere")).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(fix(code, 28, new InetSocketAddress("::1", 1))).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(socket.dispatch().controlSocket(right, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(fresh.dispatch().controlSocket(right, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.connected().dispatch().controlSocket(right, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(send(null, "nowhere").status())
                .as("none of them was fixed")
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void everybodyIsSentToOnlyWithPermission() {
        InetSocketAddress everybody = new InetSocketAddress("255.255.255.255", 9);
        ClientIrp denied = send(everybody, "x");
        bench.setOption(socket, ControlCode.SO_BROADCAST, 1, new ClientIrp().irp());
        ClientIrp allowed = send(everybody, "y");
        bench.run();

        assertThat(denied.status()).isEqualTo(NtStatus.STATUS_ACCESS_DENIED);
        assertThat(allowed.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
