package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_NOT_SUPPORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskSocketParameters;

/** The WDK pages nc-wsk-pfn_wsk_socket, winsock-kernel-socket-categories, af-inet and af-inet6: which arguments make a socket. */
@OnEveryNetwork
class SocketCreationConformanceTest {
    private static final int OTHER_PROTOCOL = 89;
    private static final int OTHER_FAMILY = 5;

    @AutoClose
    private final NetworkBench bench;

    SocketCreationConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private NtStatus create(WskSocketParameters parameters) {
        ClientIrp irp = new ClientIrp();
        int before = bench.wsk.openSocketCount();

        NtStatus answer = bench.provider.socket(parameters, irp.irp());

        assertThat(irp.completions()).isEqualTo(1);
        assertThat(irp.status()).isEqualTo(answer);
        assertThat(bench.wsk.openSocketCount() - before).isEqualTo(answer.isSuccess() ? 1 : 0);
        return answer;
    }

    private static WskSocketParameters parameters(SocketCategory category, int type, int protocol) {
        return new WskSocketParameters(WskSocketParameters.AF_INET, type, protocol, category, null, null);
    }

    @ParameterizedTest
    @EnumSource(SocketCategory.class)
    @Tag("API-OBJ-01")
    @Tag("API-OBJ-04")
    void onlyTheClientTableOfItsCategoryFitsASocket(SocketCategory category) {
        Map<SocketCategory, WskClientSocketDispatch> tables = new EnumMap<>(Map.of(
                SocketCategory.LISTEN, bench.client.listenTable,
                SocketCategory.CONNECTION, bench.client.connectionTable,
                SocketCategory.DATAGRAM, bench.client.datagramTable,
                SocketCategory.STREAM,
                        new WskClientStreamDispatch(bench.client.listenTable, bench.client.connectionTable)));

        tables.forEach((owner, table) -> assertThat(create(NetworkBench.parameters(category, null, table)))
                .as("the table of %s", owner)
                .isEqualTo(owner == category ? STATUS_SUCCESS : STATUS_INVALID_PARAMETER));
        assertThat(create(NetworkBench.parameters(category, null, null))).isEqualTo(STATUS_SUCCESS);
    }

    @ParameterizedTest
    @EnumSource(SocketCategory.class)
    @Tag("API-OBJ-04")
    void everySocketButABasicOneTakesAContext(SocketCategory category) {
        boolean basic = category == SocketCategory.BASIC;

        assertThat(create(NetworkBench.parameters(category, "context", null)))
                .isEqualTo(basic ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS);
    }

    /** Per category: stream with TCP, datagrams with UDP, raw; {@code +} makes a socket, {@code N} would if the host could, {@code -} is no combination. */
    @ParameterizedTest
    @CsvSource({"BASIC,+++", "LISTEN,+--", "CONNECTION,+--", "STREAM,+--", "DATAGRAM,-+N"})
    @Tag("API-SCK-18")
    @Tag("C-37")
    void typeAndProtocolMustFitTheCategory(SocketCategory category, String fits) {
        int[][] combinations = {
            {WskSocketParameters.SOCK_STREAM, WskSocketParameters.IPPROTO_TCP},
            {WskSocketParameters.SOCK_DGRAM, WskSocketParameters.IPPROTO_UDP},
            {WskSocketParameters.SOCK_RAW, OTHER_PROTOCOL}
        };
        for (int i = 0; i < combinations.length; i++) {
            NtStatus expected = switch (fits.charAt(i)) {
                case '+' -> STATUS_SUCCESS;
                case 'N' -> STATUS_NOT_SUPPORTED;
                default -> STATUS_INVALID_PARAMETER;
            };
            assertThat(create(parameters(category, combinations[i][0], combinations[i][1])))
                    .as("type %d", combinations[i][0])
                    .isEqualTo(expected);
        }
        assertThat(create(parameters(category, WskSocketParameters.SOCK_STREAM, WskSocketParameters.IPPROTO_UDP)))
                .isEqualTo(STATUS_INVALID_PARAMETER);
        assertThat(create(parameters(category, WskSocketParameters.SOCK_DGRAM, WskSocketParameters.IPPROTO_TCP)))
                .isEqualTo(STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("API-SCK-18")
    void theFamilyIsOneOfTheTwoOfTheInternet() {
        WskSocketParameters tcp = NetworkBench.parameters(SocketCategory.CONNECTION, null, null);

        assertThat(create(tcp.withAddressFamily(WskSocketParameters.AF_INET6))).isEqualTo(STATUS_SUCCESS);
        assertThat(create(tcp.withAddressFamily(OTHER_FAMILY))).isEqualTo(STATUS_INVALID_PARAMETER);
    }
}
