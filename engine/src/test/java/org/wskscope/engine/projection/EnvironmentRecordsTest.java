package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** What surrounds the kernel, from the records of a log written by hand: folded, explained, and in the notation. */
class EnvironmentRecordsTest {
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 41_000);
    private static final String MANUAL = "MANUAL 127.0.0.1 5000 1 1.0 0";

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();

    @Test
    void anAcceptedSocketHasACopyOfWhatItsListenerDidThen() {
        log.socketCreated(at, 1, SocketCategory.LISTEN, 2, 0);
        log.behaviourSet(at, 1, BehaviourOrigin.CREATED, null, "", 0);
        set(1, BehaviourOrigin.COMMAND, "SUCCESS hold once");
        log.socketCreated(at, 2, SocketCategory.CONNECTION, 2, 0);
        log.behaviourSet(at, 2, BehaviourOrigin.INHERITED, null, "", 1);
        log.socketAccepted(at, 1, 2, AcceptRoute.EVENT);
        set(1, BehaviourOrigin.COMMAND, "PENDING");
        set(2, BehaviourOrigin.HOLD_USED, "SUCCESS");
        log.socketCreated(at, 3, SocketCategory.CONNECTION, 2, 0);

        assertThat(received(1, 3)).isEqualTo("SUCCESS hold once");
        assertThat(received(2, 5)).isEqualTo("SUCCESS hold once");
        assertThat(received(1, log.size())).isEqualTo("PENDING");
        assertThat(received(2, log.size())).isEqualTo("SUCCESS");
        SocketBehaviours accepted = snapshot(log.size()).socket(new SocketId(2)).behaviours();
        assertThat(accepted.asNew()).as("what was not said is the listener's").isEqualTo(SocketCategory.LISTEN);
        assertThat(snapshot(log.size()).socket(new SocketId(3)).behaviours())
                .as("a socket of another client")
                .isNull();
    }

    @Test
    void peersEndAndTheOldestEndedOnesAreForgotten() {
        for (int peer = 1; peer <= 70; peer++) {
            log.peerStarted(at, peer, MANUAL);
            if (peer != 2) {
                change(peer, PeerChange.STOPPED, peer);
            }
        }
        change(1, PeerChange.RECEIVED, 99);

        List<RemoteEnd> peers = snapshot(log.size()).environment().peers();
        assertThat(peers.stream().map(RemoteEnd::peer))
                .hasSize(65)
                .startsWith(2, 7, 8)
                .endsWith(69, 70);
        assertThat(peers.get(0).running()).isTrue();
        assertThat(peers.get(1).running()).isFalse();
        assertThat(peers.get(1).bytesReceived()).isEqualTo(7);
    }

    @Test
    void aPeersDeedIsALineWhereNoSocketTellsOfIt() throws IOException {
        log.peerStarted(at, 1, MANUAL);
        log.peerBound(at, 1, PEER);
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        log.socketConnected(at, 1, PEER);
        change(1, PeerChange.SENT_FIN, 0);
        log.inputFinished(at, 1, 0, false);
        change(1, PeerChange.RECEIVED, 5);
        change(1, PeerChange.RECEIVED, 12);
        log.functionCalled(at, 1, WskFunction.WSK_CLOSE_SOCKET, 1, 0, 0);
        change(1, PeerChange.SENT_FIN, 12);
        change(1, PeerChange.SAW_RESET, 12);
        log.peerStarted(at, 2, MANUAL);
        log.peerChanged(at, 2, PeerChange.CONNECT_FAILED, NtStatus.STATUS_CONNECTION_REFUSED, 0, 0, 0);
        log.peerStarted(at, 3, MANUAL);
        log.peerChanged(at, 3, PeerChange.CONNECT_FAILED, NtStatus.STATUS_IO_TIMEOUT, 0, 0, 0);
        change(3, PeerChange.SENT_RESET, 0);
        change(3, PeerChange.STOPPED, 0);

        assertThat(notation())
                .containsExactly(
                        "P>  FIN",
                        "P>  sees 5 B",
                        "P>  sees 7 B",
                        "A>  WskCloseSocket(C1, irp=#1)",
                        "P>  FIN",
                        "P>  sees reset",
                        "P>  connect fails  (peer 2)",
                        "P>  connect fails, IO_TIMEOUT  (peer 3)",
                        "P>  RST  (peer 3)");
    }

    @Test
    void aConnectionThatIsOverTellsOfNoPeer() throws IOException {
        log.peerStarted(at, 1, MANUAL);
        log.peerBound(at, 1, PEER);
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        log.socketConnected(at, 1, PEER);
        log.socketStateChanged(at, 1, SocketState.CONNECTED, SocketState.DISCONNECTED);
        change(1, PeerChange.SENT_RESET, 0);

        assertThat(notation()).containsExactly("P>  RST");
    }

    @Test
    void everyKindHasASentenceOfItsOwn() {
        log.choicesSet(at, "", 1);
        log.choicesSet(at, "races=chaos", 1);
        log.behaviourSet(at, 1, BehaviourOrigin.CREATED, null, "", 0);
        log.behaviourSet(at, 1, BehaviourOrigin.INHERITED, null, "", 2);
        set(1, BehaviourOrigin.COMMAND, "SUCCESS");
        set(1, BehaviourOrigin.HOLD_USED, "SUCCESS");
        log.peerStarted(at, 1, MANUAL);
        log.peerBound(at, 1, PEER);
        for (PeerChange change : PeerChange.values()) {
            change(1, change, 0);
        }
        for (ChoicePoint point : ChoicePoint.values()) {
            log.choiceTaken(at, 1, point, 1, 0, 2, 1);
        }
        Explanations explanations = new Explanations(RuleBook.load());

        Set<String> keys = new HashSet<>();
        for (long sequence = 0; sequence < log.size(); sequence++) {
            keys.add(explanations.explain(log, sequence).messageKey());
        }
        assertThat(keys)
                .isEqualTo(Explanations.keys().stream()
                        .filter(key -> key.matches("explain\\.(choices|behaviour|peer|choice)\\..*"))
                        .collect(Collectors.toSet()))
                .hasSize(24);
    }

    private void set(int socket, BehaviourOrigin why, String text) {
        log.behaviourSet(at, socket, why, WskCallback.RECEIVE, text, 0);
    }

    private void change(int peer, PeerChange change, long received) {
        log.peerChanged(at, peer, change, NtStatus.STATUS_SUCCESS, 0, received, 0);
    }

    private String received(int socket, long playhead) {
        return snapshot(playhead).socket(new SocketId(socket)).behaviours().text(WskCallback.RECEIVE);
    }

    private ScopeSnapshot snapshot(long playhead) {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(playhead);
        return fold.snapshot();
    }

    private List<String> notation() throws IOException {
        StringBuilder text = new StringBuilder();
        new TraceNotation().append(log, 0, log.size(), text);
        return text.toString().lines().toList();
    }
}
