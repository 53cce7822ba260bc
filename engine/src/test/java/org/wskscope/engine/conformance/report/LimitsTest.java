package org.wskscope.engine.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;

/**
 * Sends every option, ioctl, client control code and flag of the headers: what no socket supports is listed in {@code docs/limits.md} with the status and the reason, and
 * nothing that is supported is.
 */
class LimitsTest {
    /** Options of the socket headers that a WSK client may know, and the engine has no constant for: name, level, code. */
    private static final Map<String, int[]> OTHER_OPTIONS = new LinkedHashMap<>();

    static {
        OTHER_OPTIONS.put("SO_LINGER", new int[] {0xFFFF, 0x0080});
        OTHER_OPTIONS.put("SO_DONTLINGER", new int[] {0xFFFF, ~0x0080});
        OTHER_OPTIONS.put("SO_OOBINLINE", new int[] {0xFFFF, 0x0100});
        OTHER_OPTIONS.put("SO_SNDBUF", new int[] {0xFFFF, 0x1001});
        OTHER_OPTIONS.put("SO_SNDTIMEO", new int[] {0xFFFF, 0x1005});
        OTHER_OPTIONS.put("SO_RCVTIMEO", new int[] {0xFFFF, 0x1006});
        OTHER_OPTIONS.put("SO_ERROR", new int[] {0xFFFF, 0x1007});
        OTHER_OPTIONS.put("SO_TYPE", new int[] {0xFFFF, 0x1008});
        OTHER_OPTIONS.put("TCP_KEEPALIVE", new int[] {6, 3});
        OTHER_OPTIONS.put("IP_OPTIONS", new int[] {0, 1});
        OTHER_OPTIONS.put("IP_TOS", new int[] {0, 3});
        OTHER_OPTIONS.put("IP_TTL", new int[] {0, 4});
        OTHER_OPTIONS.put("IP_MULTICAST_IF", new int[] {0, 9});
        OTHER_OPTIONS.put("IP_MULTICAST_TTL", new int[] {0, 10});
        OTHER_OPTIONS.put("IP_MULTICAST_LOOP", new int[] {0, 11});
        OTHER_OPTIONS.put("IP_ADD_MEMBERSHIP", new int[] {0, 12});
        OTHER_OPTIONS.put("IP_DROP_MEMBERSHIP", new int[] {0, 13});
        OTHER_OPTIONS.put("IP_DONTFRAGMENT", new int[] {0, 14});
        OTHER_OPTIONS.put("IP_PKTINFO", new int[] {0, 19});
        OTHER_OPTIONS.put("IPV6_UNICAST_HOPS", new int[] {41, 4});
        OTHER_OPTIONS.put("IPV6_MULTICAST_IF", new int[] {41, 9});
        OTHER_OPTIONS.put("IPV6_MULTICAST_HOPS", new int[] {41, 10});
        OTHER_OPTIONS.put("IPV6_MULTICAST_LOOP", new int[] {41, 11});
        OTHER_OPTIONS.put("IPV6_ADD_MEMBERSHIP", new int[] {41, 12});
        OTHER_OPTIONS.put("IPV6_DROP_MEMBERSHIP", new int[] {41, 13});
        OTHER_OPTIONS.put("IPV6_PKTINFO", new int[] {41, 19});
        OTHER_OPTIONS.put("IPV6_V6ONLY", new int[] {41, 27});
    }

    private final KernelBench bench = new KernelBench();

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "limits.md"));
    }

    private static boolean isListed(String name) throws IOException {
        return page().lines().anyMatch(line -> line.startsWith("| `" + name + "` |"));
    }

    /** Every code the engine has a name for, and every other option: name, type, level, code. */
    static Stream<Operation> operations() throws IllegalAccessException {
        List<Operation> all = new ArrayList<>();
        for (Field field : ControlCode.class.getFields()) {
            String name = field.getName();
            if (Modifier.isStatic(field.getModifiers()) && (name.startsWith("SO_") || name.startsWith("SIO_"))) {
                boolean ioctl = name.startsWith("SIO_");
                all.add(new Operation(
                        name,
                        ioctl ? ControlType.WskIoctl : ControlType.WskSetOption,
                        ioctl ? 0 : ControlCode.SOL_SOCKET,
                        field.getInt(null)));
            }
        }
        all.add(new Operation("TCP_NODELAY", ControlType.WskSetOption, 6, ControlCode.TCP_NODELAY));
        OTHER_OPTIONS.forEach((name, at) -> all.add(new Operation(name, ControlType.WskSetOption, at[0], at[1])));
        return all.stream();
    }

    private List<WskSocket> sockets() {
        return List.of(
                bench.create(BasicSocket.class, SocketCategory.BASIC, null),
                bench.listening(),
                bench.datagrams(),
                bench.connected(),
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null),
                datagramsOfIpv6());
    }

    private WskSocket datagramsOfIpv6() {
        ClientIrp irp = new ClientIrp();
        bench.provider.socket(
                new WskSocketParameters(
                        WskSocketParameters.AF_INET6,
                        WskSocketParameters.SOCK_DGRAM,
                        WskSocketParameters.IPPROTO_UDP,
                        SocketCategory.DATAGRAM,
                        null,
                        null),
                irp.irp());
        return irp.pointer(WskSocket.class);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatNoSocketSupportsIsListedAndNothingElse(Operation operation) throws IOException {
        boolean supported = sockets().stream()
                .anyMatch(socket -> Stream.of(new ClientIrp(), null)
                        .map(irp ->
                                socket.dispatch().controlSocket(operation.parameters(), irp == null ? null : irp.irp()))
                        .anyMatch(answer -> !answer.equals(NtStatus.STATUS_NOT_SUPPORTED)));

        assertThat(isListed(operation.name()))
                .as(operation.name() + (supported ? " is supported" : " is not supported"))
                .isEqualTo(!supported);
    }

    @Test
    void clientControlCodesWithoutEffectAreListed() throws IOException {
        for (String name :
                Arrays.asList("WSK_CACHE_SD", "WSK_RELEASE_SD", "WSK_TDI_DEVICENAME_MAPPING", "WSK_TDI_BEHAVIOR")) {
            assertThat(isListed(name)).as(name).isTrue();
        }
    }

    @Test
    void flagsWithoutEffectAreListed() throws IOException {
        ConnectionSocket socket = bench.connected();

        NtStatus outOfBand =
                socket.dispatch().send(WskBuf.of("x"), new SendFlags(SendFlags.WSK_FLAG_OOB), new ClientIrp().irp());

        assertThat(outOfBand).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        for (String name : List.of("WSK_FLAG_OOB", "WSK_FLAG_NODELAY", "SOCK_RAW", "WskSendEx", "WskReceiveEx")) {
            assertThat(isListed(name)).as(name).isTrue();
        }
    }

    /** One operation of the headers. */
    record Operation(String name, ControlType type, int level, int code) {
        ControlParameters parameters() {
            boolean sets = type == ControlType.WskSetOption;
            return new ControlParameters(
                    type, code, level, sets ? Integer.BYTES : 0, sets ? 1 : null, Long.BYTES, ByteBuffer.allocate(64));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
