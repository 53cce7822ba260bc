package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.WskCallback;

/** The rows of records of what surrounds the kernel: each field once, in words, and nothing for what is not there. */
class RecordFieldsTest {
    private final TraceLog log = new TraceLog(100);
    private final TraceStamp at = new TraceStamp();
    private final InspectorText words = new InspectorText(
            new Messages(Locale.ENGLISH),
            RuleBook.load(),
            new Explanations(RuleBook.load()),
            new SessionModel(log, true, 2));

    @Test
    void choicesAndTheirSeed() {
        log.choicesSet(at, "SEND_INLINE=1", 20261201);

        assertThat(rows(0)).containsExactly("choices: SEND_INLINE=1", "seed: 20261201");
    }

    @Test
    void behaviourOfOneCallbackAndOfAllOfACopy() {
        log.behaviourSet(at, 1, BehaviourOrigin.COMMAND, WskCallback.RECEIVE, "hold", 0);
        log.behaviourSet(at, 2, BehaviourOrigin.INHERITED, null, "", 1);

        assertThat(rows(0)).containsExactly("how: by a command", "callback: WskReceiveEvent", "what: hold");
        assertThat(rows(1)).containsExactly("how: as the listener\u2019s", "copied from: \u2014");
    }

    @Test
    void peers() throws UnknownHostException {
        InetAddress host = InetAddress.getByAddress(new byte[] {10, 0, 0, 2});
        log.peerStarted(at, 3, "echo");
        log.peerBound(at, 3, new InetSocketAddress(host, 7));
        log.peerChanged(at, 3, PeerChange.SAW_FIN, NtStatus.STATUS_SUCCESS, 2_048, 1, 12);

        assertThat(rows(0)).containsExactly("peer: 3", "what: echo");
        assertThat(rows(1)).containsExactly("peer: 3", "local address: 10.0.0.2:7");
        assertThat(rows(2))
                .containsExactly(
                        "peer: 3",
                        "what: peer sees the end (FIN)",
                        "status: STATUS_SUCCESS 0x00000000",
                        "bytes sent: 2,048 bytes",
                        "bytes received: 1 byte",
                        "messages sent: 12");
    }

    @Test
    void aChoiceThatWasTaken() {
        log.choiceTaken(at, 1, ChoicePoint.LOSS, 4, 2, 3, 1);

        assertThat(rows(0))
                .containsExactly(
                        "what was open: whether a datagram is lost",
                        "of: 4",
                        "for the time: 2",
                        "ways it could go: 3",
                        "way it went: 1");
    }

    private List<String> rows(long sequence) {
        return RecordFields.of(log, sequence, words).stream()
                .map(row -> row.name() + ": " + row.value())
                .filter(row -> !row.startsWith("time:") && !row.startsWith("IRQL") && !row.startsWith("CPU"))
                .toList();
    }
}
