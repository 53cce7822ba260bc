package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.Benches;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProviderStreamDispatch;

/** The legality matrix of section 2.2 for stream sockets: every function in every state of both roles. */
@Tag("API-SCK-17")
@Tag("C-01")
@OnEveryNetwork
class StreamLegalityMatrixTest {
    @AutoClose
    private final Benches benches;

    private final Network network;

    StreamLegalityMatrixTest(Network network) {
        this.network = network;
        benches = new Benches(network);
    }

    enum At {
        CREATED,
        BOUND,
        LISTENING,
        CONNECTING,
        CONNECTED,
        HALF_LOCAL,
        HALF_REMOTE,
        DISCONNECTED,
        DEAD,
        CLOSED
    }

    /** States in the order of {@link At} up to DISCONNECTED: {@code +} legal, {@code S} wrong state, {@code P} no such event in this role. */
    private static final Map<String, String> ROWS = Map.ofEntries(
            Map.entry("bind", "+SSSSSSS"),
            Map.entry("connect", "S+SSSSSS"),
            Map.entry("connectEx", "S+SSSSSS"),
            Map.entry("listen", "S+SSSSSS"),
            Map.entry("accept", "SS+SSSSS"),
            Map.entry("send", "SSSS+S+S"),
            Map.entry("receive", "SSSS++++"),
            Map.entry("disconnect", "SSSS+S+S"),
            Map.entry("abort", "SSSS++++"),
            Map.entry("getLocalAddress", "S+++++++"),
            Map.entry("getRemoteAddress", "SSSS++++"),
            Map.entry("enableReceive", "SS+S+++S"),
            Map.entry("enableAccept", "SS+SPPPP"));

    static List<Object[]> cells() {
        List<Object[]> cells = new ArrayList<>();
        ROWS.keySet().stream().sorted().forEach(call -> {
            for (At at : At.values()) {
                cells.add(new Object[] {call, at});
            }
        });
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    @Tag("API-SCK-04")
    @Tag("API-SCK-05")
    @Tag("C-38")
    void streamSocketsFollowTheTable(String call, At at) {
        // Real sockets may be connected before the next call.
        assumeFalse(network == Network.NETTY && at == At.CONNECTING);
        NetworkBench bench = benches.open();
        StreamSocket socket = socketIn(bench, at);
        ClientIrp irp = new ClientIrp();

        NtStatus answer = call(bench, socket, call, irp.irp());

        switch (at) {
            case CLOSED -> assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            case DEAD -> assertThat(answer).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            default -> assertCell(answer, ROWS.get(call).charAt(at.ordinal()));
        }
        if (!answer.equals(NtStatus.STATUS_PENDING) && !call.startsWith("enable")) {
            assertThat(irp.completions()).isEqualTo(1);
            assertThat(irp.status()).isEqualTo(answer);
        }
    }

    private static void assertCell(NtStatus answer, char expected) {
        switch (expected) {
            case 'S' -> assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
            case 'P' -> assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            default -> assertThat(answer.isSuccess()).as("%s is legal", answer).isTrue();
        }
    }

    private static StreamSocket socketIn(NetworkBench bench, At at) {
        StreamSocket socket = bench.create(
                StreamSocket.class,
                SocketCategory.STREAM,
                new WskClientStreamDispatch(bench.client.listenTable, bench.client.connectionTable));
        WskProviderStreamDispatch table = socket.dispatch();
        if (at != At.CREATED) {
            table.bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
            bench.run();
        }
        switch (at) {
            case CREATED, BOUND -> {}
            case LISTENING -> table.listen(new ClientIrp().irp());
            default -> table.connect(bench.peerAddress(), 0, new ClientIrp().irp());
        }
        if (at == At.CONNECTING) {
            return socket;
        }
        bench.run();
        if (at == At.HALF_LOCAL || at == At.DISCONNECTED) {
            table.disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
            bench.run();
        }
        if (at == At.HALF_REMOTE || at == At.DISCONNECTED) {
            bench.peer().finishes();
            bench.run();
        }
        if (at == At.DEAD) {
            bench.wsk.failSocket(socket.id());
            bench.run();
        }
        if (at == At.CLOSED) {
            bench.close(socket, new ClientIrp());
        }
        return socket;
    }

    private static NtStatus call(NetworkBench bench, StreamSocket socket, String call, Irp irp) {
        WskProviderStreamDispatch table = socket.dispatch();
        return switch (call) {
            case "bind" -> table.bind(NetworkBench.ANY_PORT, 0, irp);
            case "connect" -> table.connect(bench.peerAddress(), 0, irp);
            case "connectEx" -> table.connectEx(bench.peerAddress(), WskBuf.of("x"), 0, irp);
            case "listen" -> table.listen(irp);
            case "accept" -> table.accept(0, null, null, irp);
            case "send" -> table.send(WskBuf.of("x"), SendFlags.NONE, irp);
            case "receive" -> table.receive(WskBuf.of(new byte[1]), ReceiveFlags.NONE, irp);
            case "disconnect" -> table.disconnect(null, DisconnectFlags.GRACEFUL, irp);
            case "abort" -> table.disconnect(null, DisconnectFlags.ABORTIVE, irp);
            case "getLocalAddress" -> table.getLocalAddress(irp);
            case "getRemoteAddress" -> table.getRemoteAddress(irp);
            case "enableReceive" -> bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
            default -> bench.enable(socket, WskEvent.WSK_EVENT_ACCEPT);
        };
    }
}
