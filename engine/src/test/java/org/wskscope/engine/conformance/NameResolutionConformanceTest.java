package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.AddressInfo.AF_UNSPEC;
import static org.wskscope.engine.wsk.AddressInfo.AI_CANONNAME;
import static org.wskscope.engine.wsk.AddressInfo.AI_NUMERICHOST;
import static org.wskscope.engine.wsk.AddressInfo.AI_PASSIVE;
import static org.wskscope.engine.wsk.AddressInfo.NS_ALL;
import static org.wskscope.engine.wsk.AddressInfo.NS_DNS;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskSocketParameters.AF_INET;
import static org.wskscope.engine.wsk.WskSocketParameters.AF_INET6;
import static org.wskscope.engine.wsk.WskSocketParameters.IPPROTO_TCP;
import static org.wskscope.engine.wsk.WskSocketParameters.SOCK_STREAM;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.AddressInfo;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.NameInfo;
import org.wskscope.engine.wsk.Violation;

/** The WDK pages nc-wsk-pfn_wsk_get_address_info, -free_address_info and -get_name_info. */
@PlayedByHand("the test names the hosts")
class NameResolutionConformanceTest {
    private final KernelBench bench = new KernelBench();

    @BeforeEach
    void aNetworkWithHosts() {
        bench.transport.addHost("server", "2001:db8::1", "192.0.2.1", "192.0.2.2");
        bench.transport.addHost("four", "192.0.2.4");
    }

    private ClientIrp ask(@Nullable String node, @Nullable String service, @Nullable AddressInfo hints) {
        ClientIrp irp = new ClientIrp();
        bench.provider.getAddressInfo(node, service, NS_DNS, hints, irp.irp());
        bench.run();
        return irp;
    }

    private static List<String> addresses(ClientIrp irp) {
        List<String> all = new ArrayList<>();
        for (AddressInfo each = irp.pointer(AddressInfo.class); each != null; each = each.next()) {
            InetSocketAddress address = each.address();
            assertThat(address).isNotNull();
            all.add(address.getAddress().getHostAddress() + " " + address.getPort());
        }
        return all;
    }

    @Test
    void aNameGivesItsAddressesInOrderWithThePortOfTheService() {
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.provider.getAddressInfo("server", "http", NS_ALL, null, irp.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.pendingReturned()).isTrue();
        assertThat(addresses(irp)).containsExactly("2001:db8:0:0:0:0:0:1 80", "192.0.2.1 80", "192.0.2.2 80");
    }

    @Test
    void hintsChooseTheFamilyAndAreHandedOnInTheResults() {
        ClientIrp irp = ask("server", "4711", AddressInfo.hints(AI_CANONNAME, AF_INET, SOCK_STREAM, IPPROTO_TCP));

        AddressInfo first = irp.pointer(AddressInfo.class);
        assertThat(addresses(irp)).containsExactly("192.0.2.1 4711", "192.0.2.2 4711");
        assertThat(first.canonicalName()).isEqualTo("server");
        assertThat(first.addressFamily()).isEqualTo(AF_INET);
        assertThat(first.socketType()).isEqualTo(SOCK_STREAM);
        assertThat(first.protocol()).isEqualTo(IPPROTO_TCP);
        assertThat(first.next())
                .isNotNull()
                .extracting(AddressInfo::canonicalName)
                .isNull();
    }

    @Test
    void withoutANameTheAddressIsThisMachineOrTheOneToListenAt() {
        assertThat(addresses(ask(null, "echo", null))).containsExactly("0:0:0:0:0:0:0:1 7", "127.0.0.1 7");
        assertThat(addresses(ask(null, "echo", AddressInfo.hints(AI_PASSIVE, AF_INET, 0, 0))))
                .containsExactly("0.0.0.0 7");
    }

    @Test
    void whatNobodyKnowsHasNoMatch() {
        assertThat(ask("nobody", null, null).status()).isEqualTo(NtStatus.STATUS_NO_MATCH);
        assertThat(ask("server", "no-such-service", null).status()).isEqualTo(NtStatus.STATUS_NO_MATCH);
        assertThat(ask("server", "65536", null).status()).isEqualTo(NtStatus.STATUS_NO_MATCH);
        assertThat(ask("four", null, AddressInfo.hints(0, AF_INET6, 0, 0)).status())
                .isEqualTo(NtStatus.STATUS_NO_MATCH);
        assertThat(ask("server", null, AddressInfo.hints(AI_NUMERICHOST, AF_UNSPEC, 0, 0))
                        .status())
                .isEqualTo(NtStatus.STATUS_NO_MATCH);
    }

    @Test
    @Tag("API-IRP-01")
    void questionsThatMakeNoSenseAreRefusedAndTheirIrpCompletesOnce() {
        AddressInfo result = new AddressInfo(0, AF_INET, 0, 0, null, KernelBench.PEER, null);
        List<ClientIrp> malformed = List.of(
                ask(null, null, null),
                ask(null, "echo", AddressInfo.hints(AI_CANONNAME, AF_INET, 0, 0)),
                ask("server", null, result),
                ask("server", null, AddressInfo.hints(0x8000, AF_INET, 0, 0)),
                ask("server", null, AddressInfo.hints(0, 99, 0, 0)));
        ClientIrp elsewhere = new ClientIrp();
        bench.provider.getAddressInfo("server", null, 7, null, elsewhere.irp());

        assertThat(malformed).allSatisfy(irp -> {
            assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(irp.completions()).isEqualTo(1);
        });
        assertThat(elsewhere.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.provider.getAddressInfo("server", null, 0, null, null))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("API-IRP-11")
    void aCancelledLookUpCompletesOnce() {
        ClientIrp irp = new ClientIrp();
        bench.provider.getAddressInfo("server", null, NS_DNS, null, irp.irp());

        irp.irp().cancel();
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesAfterTheCancelDoesNotEndTheNextCallOfTheSameIrp() {
        bench.transport.addHost("other", "192.0.2.9");
        ClientIrp irp = new ClientIrp();
        bench.provider.getAddressInfo("server", null, NS_DNS, null, irp.irp());
        irp.irp().cancel();
        irp.irp().reuse();

        bench.provider.getAddressInfo("other", null, NS_DNS, null, irp.irp());
        bench.run();

        assertThat(irp.completions()).isEqualTo(2);
        assertThat(addresses(irp)).containsExactly("192.0.2.9 0");
    }

    @Test
    void aListIsFreedOnceByItsFirstElement() {
        AddressInfo list = ask("server", null, null).pointer(AddressInfo.class);
        bench.provider.freeAddressInfo(list);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.LIST_RELEASED_TWICE));

        bench.provider.freeAddressInfo(list);

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.LIST_RELEASED_TWICE));
    }

    @Test
    void freeingAListThatWasNotGotIsNoted() {
        bench.provider.freeAddressInfo(new AddressInfo(0, AF_INET, 0, 0, null, KernelBench.PEER, null));

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.LIST_RELEASED_TWICE));
    }

    private ClientIrp nameOf(String figures, int port, int flags) {
        ClientIrp irp = new ClientIrp();
        bench.provider.getNameInfo(new InetSocketAddress(figures, port), flags, irp.irp());
        bench.run();
        return irp;
    }

    @Test
    void anAddressGivesHostAndServiceOrTheirFigures() {
        assertThat(nameOf("192.0.2.4", 80, 0).pointer(NameInfo.class)).isEqualTo(new NameInfo("four", "http"));
        assertThat(nameOf("192.0.2.4", 4711, 0).pointer(NameInfo.class)).isEqualTo(new NameInfo("four", "4711"));
        assertThat(nameOf("192.0.2.99", 7, NameInfo.NI_NUMERICSERV).pointer(NameInfo.class))
                .isEqualTo(new NameInfo("192.0.2.99", "7"));
        assertThat(nameOf("192.0.2.4", 7, NameInfo.NI_NUMERICHOST).pointer(NameInfo.class))
                .isEqualTo(new NameInfo("192.0.2.4", "echo"));
        assertThat(nameOf("192.0.2.99", 7, NameInfo.NI_NAMEREQD).status()).isEqualTo(NtStatus.STATUS_NO_MATCH);
        assertThat(nameOf("192.0.2.4", 7, 0x4000).status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("THR-10")
    @Tag("VIO-20")
    void askingOrFreeingInsideACallbackAtDispatchLevelIsNoted() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        AddressInfo found = ask("four", null, null).pointer(AddressInfo.class);
        nameOf("192.0.2.4", 80, 0);
        bench.provider.freeAddressInfo(ask("four", null, null).pointer(AddressInfo.class));
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.IRQL_TOO_HIGH));
        ClientIrp irp = new ClientIrp();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.provider.getAddressInfo("server", null, NS_DNS, null, irp.irp());
            bench.provider.getNameInfo(new InetSocketAddress("192.0.2.4", 80), 0, new ClientIrp().irp());
            bench.provider.freeAddressInfo(found);
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("A");
        bench.run();

        TraceAssert.assertThat(bench.log).containsTimes(3, violationFound(Violation.IRQL_TOO_HIGH));
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }
}
