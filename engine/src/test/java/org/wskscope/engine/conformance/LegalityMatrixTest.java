package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.Benches;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskEvent;

/** The whole legality matrix of section 2.2: every function of a category in every state. */
@Tag("API-SCK-17")
@Tag("C-01")
@OnEveryNetwork
class LegalityMatrixTest {
    @AutoClose
    private final Benches benches;

    private final Network network;

    LegalityMatrixTest(Network network) {
        this.network = network;
        benches = new Benches(network);
    }

    /** The states of a connection, each with what leads there. */
    enum At {
        CREATED,
        BOUND,
        CONNECTING,
        CONNECTED,
        HALF_LOCAL,
        HALF_REMOTE,
        DISCONNECTED,
        DEAD,
        CLOSED
    }

    private static final String OK = "ok";
    private static final String S = "S";

    /** Rows of the specification's table, states in the order of {@link At} up to DISCONNECTED. */
    private static final Map<String, List<String>> CONNECTION = Map.of(
            "bind", List.of(OK, S, S, S, S, S, S),
            "connect", List.of(S, OK, S, S, S, S, S),
            "send", List.of(S, S, S, OK, S, OK, S),
            "receive", List.of(S, S, S, OK, OK, OK, OK),
            "disconnect", List.of(S, S, S, OK, S, OK, S),
            "abort", List.of(S, S, S, OK, OK, OK, OK),
            "getLocalAddress", List.of(S, OK, OK, OK, OK, OK, OK),
            "getRemoteAddress", List.of(S, S, S, OK, OK, OK, OK),
            "enable", List.of(S, S, S, OK, OK, OK, S),
            "disable", List.of(S, S, S, OK, OK, OK, OK));

    static List<Object[]> connectionCells() {
        List<Object[]> cells = new ArrayList<>();
        CONNECTION.keySet().stream().sorted().forEach(call -> {
            for (At at : At.values()) {
                cells.add(new Object[] {call, at});
            }
        });
        return cells;
    }

    @ParameterizedTest
    @MethodSource("connectionCells")
    void connectionSocketsFollowTheTable(String call, At at) {
        // Real sockets may be connected before the next call.
        assumeFalse(network == Network.NETTY && at == At.CONNECTING);
        NetworkBench bench = benches.open();
        ConnectionSocket socket = socketIn(bench, at);

        NtStatus answer = call(bench, socket, call);

        switch (at) {
            case CLOSED -> assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
            case DEAD -> assertThat(answer).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
            default -> {
                boolean legal = CONNECTION.get(call).get(at.ordinal()).equals(OK);
                if (legal) {
                    assertThat(answer.isSuccess()).as("%s is legal", answer).isTrue();
                } else {
                    assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
                }
            }
        }
    }

    private static ConnectionSocket socketIn(NetworkBench bench, At at) {
        ConnectionSocket socket = switch (at) {
            case CREATED ->
                bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, bench.client.connectionTable);
            case BOUND, CONNECTING -> bench.bound();
            default -> bench.connected();
        };
        switch (at) {
            case CONNECTING -> socket.dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
            case HALF_LOCAL -> finish(bench, socket);
            case HALF_REMOTE -> peerFinishes(bench);
            case DISCONNECTED -> {
                finish(bench, socket);
                peerFinishes(bench);
            }
            case DEAD -> {
                bench.wsk.failSocket(socket.id());
                bench.run();
            }
            case CLOSED -> bench.close(socket, new ClientIrp());
            default -> {}
        }
        return socket;
    }

    private static void finish(NetworkBench bench, ConnectionSocket socket) {
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, new ClientIrp().irp());
        bench.run();
    }

    private static void peerFinishes(NetworkBench bench) {
        bench.peer().finishes();
        bench.run();
    }

    private static NtStatus call(NetworkBench bench, ConnectionSocket socket, String call) {
        ClientIrp irp = new ClientIrp();
        NtStatus answer = switch (call) {
            case "bind" -> socket.dispatch().bind(NetworkBench.ANY_PORT, 0, irp.irp());
            case "connect" -> socket.dispatch().connect(bench.peerAddress(), 0, irp.irp());
            case "send" -> bench.send(socket, "x", irp);
            case "receive" -> bench.receive(socket, new byte[1], irp);
            case "disconnect" -> socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, irp.irp());
            case "abort" -> socket.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, irp.irp());
            case "getLocalAddress" -> socket.dispatch().getLocalAddress(irp.irp());
            case "getRemoteAddress" -> socket.dispatch().getRemoteAddress(irp.irp());
            case "enable" -> bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE);
            default -> bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE, irp.irp());
        };
        if (!answer.equals(NtStatus.STATUS_PENDING) && !call.equals("enable")) {
            assertThat(irp.completions()).as("IRP completions").isEqualTo(1);
            assertThat(irp.status()).isEqualTo(answer);
        }
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "bind,ok,S",
        "accept,S,ok",
        "getLocalAddress,S,ok",
        "enable,S,ok",
        "disable,S,ok",
    })
    void listeningSocketsFollowTheTable(String call, String created, String listening) {
        NetworkBench bench = benches.open();
        ListenSocket fresh = bench.create(ListenSocket.class, SocketCategory.LISTEN, bench.client.listenTable);
        ListenSocket bound = bench.listening();

        assertCell(call(bench, fresh, call), created);
        assertCell(call(bench, bound, call), listening);
        bench.close(bound, new ClientIrp());
        assertThat(call(bench, bound, call)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    private static NtStatus call(NetworkBench bench, ListenSocket socket, String call) {
        ClientIrp irp = new ClientIrp();
        return switch (call) {
            case "bind" -> socket.dispatch().bind(NetworkBench.ANY_PORT, 0, irp.irp());
            case "accept" -> socket.dispatch().accept(0, null, null, irp.irp());
            case "getLocalAddress" -> socket.dispatch().getLocalAddress(irp.irp());
            case "enable" -> bench.enable(socket, WskEvent.WSK_EVENT_ACCEPT);
            default -> bench.disable(socket, WskEvent.WSK_EVENT_ACCEPT, null);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "bind,ok,S",
        "sendTo,S,ok",
        "receiveFrom,S,ok",
        "getLocalAddress,S,ok",
        "enable,S,ok",
        "disable,S,ok",
    })
    void datagramSocketsFollowTheTable(String call, String created, String bound) {
        NetworkBench bench = benches.open();
        DatagramSocket fresh = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, bench.client.datagramTable);
        DatagramSocket ready = bench.datagrams();

        assertCell(call(bench, fresh, call), created);
        assertCell(call(bench, ready, call), bound);
        bench.close(ready, new ClientIrp());
        assertThat(call(bench, ready, call)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    private static NtStatus call(NetworkBench bench, DatagramSocket socket, String call) {
        ClientIrp irp = new ClientIrp();
        return switch (call) {
            case "bind" -> socket.dispatch().bind(NetworkBench.ANY_PORT, 0, irp.irp());
            case "sendTo" -> socket.dispatch().sendTo(WskBuf.of("x"), 0, bench.peerAddress(), irp.irp());
            case "receiveFrom" -> socket.dispatch().receiveFrom(WskBuf.of(new byte[1]), 0, irp.irp());
            case "getLocalAddress" -> socket.dispatch().getLocalAddress(irp.irp());
            case "enable" -> bench.enable(socket, WskEvent.WSK_EVENT_RECEIVE_FROM);
            default -> bench.disable(socket, WskEvent.WSK_EVENT_RECEIVE_FROM, null);
        };
    }

    private static void assertCell(NtStatus answer, String expected) {
        if (expected.equals(OK)) {
            assertThat(answer.isSuccess()).as("%s is legal", answer).isTrue();
        } else {
            assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        }
    }

    @ParameterizedTest
    @EnumSource(At.class)
    @Tag("API-CLO-03")
    void closeSucceedsInEveryState(At at) {
        NetworkBench bench = benches.open();
        ConnectionSocket socket = socketIn(bench, at);
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.close(socket, irp);
        bench.run();

        NtStatus expected = at == At.CLOSED ? NtStatus.STATUS_INVALID_HANDLE : NtStatus.STATUS_SUCCESS;
        assertThat(answer).isEqualTo(expected);
        assertThat(irp.status()).isEqualTo(expected);
        assertThat(bench.wsk.openSocketCount()).isZero();
    }
}
