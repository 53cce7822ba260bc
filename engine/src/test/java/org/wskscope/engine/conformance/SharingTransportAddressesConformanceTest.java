package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK page sharing-transport-addresses. */
@Tag("API-SCK-14")
@PlayedByHand("the kernel decides before it asks the transport; systems have sharing rules of their own")
class SharingTransportAddressesConformanceTest {
    private static final InetSocketAddress WILDCARD = new InetSocketAddress("0.0.0.0", 4000);
    private static final InetSocketAddress SPECIFIC = new InetSocketAddress("127.0.0.1", 4000);
    private static final InetSocketAddress OTHER = new InetSocketAddress("127.0.0.2", 4000);

    private final KernelBench bench = new KernelBench();

    private ListenSocket listener(String options) {
        ListenSocket socket = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        set(socket, options);
        return socket;
    }

    private void set(WskSocket socket, String options) {
        switch (options) {
            case "reuse" -> bench.setOption(socket, ControlCode.SO_REUSEADDR, 1, new ClientIrp().irp());
            case "exclusive" -> bench.setOption(socket, ControlCode.SO_EXCLUSIVEADDRUSE, 1, new ClientIrp().irp());
            default -> {}
        }
    }

    private NtStatus bind(ListenSocket socket, InetSocketAddress local) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().bind(local, 0, irp.irp());
        bench.run();
        assertThat(irp.completions()).isEqualTo(1);
        return irp.status();
    }

    /** Columns: the options of the second, whether it binds to the wildcard; then the six results against the first socket as on the page. */
    @ParameterizedTest
    @CsvSource({
        "none,true,INUSE SUCCESS INUSE SUCCESS INUSE SUCCESS",
        "none,false,DENIED INUSE DENIED DENIED DENIED INUSE",
        "reuse,true,DENIED SUCCESS SUCCESS SUCCESS DENIED SUCCESS",
        "reuse,false,DENIED DENIED SUCCESS SUCCESS DENIED DENIED",
        "exclusive,true,INUSE INUSE INUSE INUSE INUSE INUSE",
        "exclusive,false,DENIED INUSE DENIED INUSE DENIED INUSE",
    })
    void aSecondBindEndsAsTheMatrixSays(String options, boolean wildcard, String results) {
        String[] expected = results.split(" ");
        String[] firsts = {"none", "none", "reuse", "reuse", "exclusive", "exclusive"};
        for (int i = 0; i < expected.length; i++) {
            ListenSocket first = listener(firsts[i]);
            ListenSocket second = listener(options);
            assertThat(bind(first, i % 2 == 0 ? WILDCARD : SPECIFIC)).isEqualTo(NtStatus.STATUS_SUCCESS);

            NtStatus status = bind(second, wildcard ? WILDCARD : SPECIFIC);

            assertThat(status).as("after %s, place %d", firsts[i], i).isEqualTo(named(expected[i]));
            bench.close(first, new ClientIrp());
            bench.close(second, new ClientIrp());
            bench.run();
        }
    }

    private static NtStatus named(String result) {
        return switch (result) {
            case "INUSE" -> NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
            case "DENIED" -> NtStatus.STATUS_ACCESS_DENIED;
            default -> NtStatus.STATUS_SUCCESS;
        };
    }

    @Test
    void differentSpecificAddressesPortsAndProtocolsShareNothing() {
        bind(listener("exclusive"), SPECIFIC);
        DatagramSocket datagrams = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, null);
        ClientIrp irp = new ClientIrp();
        datagrams.dispatch().bind(SPECIFIC, 0, irp.irp());

        assertThat(bind(listener("exclusive"), OTHER)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bind(listener("none"), new InetSocketAddress("127.0.0.1", 4001)))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aRefusedSocketStaysUnboundAndTheAddressIsFreeOnceItsSocketIsClosed() {
        ListenSocket first = listener("none");
        ListenSocket second = listener("none");
        bind(first, SPECIFIC);
        assertThat(bind(second, SPECIFIC)).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        ClientIrp again = new ClientIrp();
        ClientIrp closing = new ClientIrp().then(() -> second.dispatch().bind(SPECIFIC, 0, again.irp()));

        bench.close(first, closing);
        bench.run();

        assertThat(again.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anAddressStaysInUseWhenOnlyOneOfThoseThatShareItIsClosed() {
        ListenSocket first = listener("reuse");
        bind(first, WILDCARD);
        bind(listener("reuse"), WILDCARD);

        bench.close(first, new ClientIrp());
        bench.run();

        assertThat(bind(listener("none"), WILDCARD)).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
    }

    @Test
    void anAddressWhoseBindFailedIsFree() {
        ListenSocket first = listener("none");
        bench.transport.failNext(NtStatus.STATUS_INSUFFICIENT_RESOURCES);
        assertThat(bind(first, SPECIFIC)).isEqualTo(NtStatus.STATUS_INSUFFICIENT_RESOURCES);

        assertThat(bind(listener("none"), SPECIFIC)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anAddressWhoseBindWasCancelledIsFree() {
        ListenSocket first = listener("none");
        ClientIrp binding = new ClientIrp();
        first.dispatch().bind(SPECIFIC, 0, binding.irp());
        binding.irp().cancel();
        bench.run();

        assertThat(binding.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(bind(listener("none"), SPECIFIC)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aPortTheSystemChoseIsTakenToo() {
        ListenSocket first = listener("none");
        bind(first, new InetSocketAddress("127.0.0.1", 0));
        ClientIrp local = new ClientIrp();
        first.dispatch().getLocalAddress(local.irp());

        assertThat(bind(listener("none"), local.pointer(InetSocketAddress.class)))
                .isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
    }

    @Test
    @Tag("API-SCK-02")
    void socketConnectFromATakenAddressLeavesNoSocket() {
        bind(listener("exclusive"), SPECIFIC);
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.provider.socketConnect(
                KernelBench.parameters(SocketCategory.CONNECTION, null, null), SPECIFIC, KernelBench.PEER, irp.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(bench.wsk.openSocketCount()).isEqualTo(1);
    }

    @Test
    @Tag("API-SCK-02")
    void socketConnectTakesItsFamilyFromTheLocalAddress() {
        ClientIrp six = new ClientIrp();
        ClientIrp mixed = new ClientIrp();
        InetSocketAddress local6 = new InetSocketAddress("::1", 0);
        InetSocketAddress remote6 = new InetSocketAddress("::1", 7);

        bench.provider.socketConnect(
                KernelBench.parameters(SocketCategory.CONNECTION, null, null), local6, remote6, six.irp());
        bench.provider.socketConnect(
                KernelBench.parameters(SocketCategory.CONNECTION, null, null), local6, KernelBench.PEER, mixed.irp());
        bench.run();

        assertThat(six.pointer(ConnectionSocket.class)).isNotNull();
        assertThat(mixed.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }
}
