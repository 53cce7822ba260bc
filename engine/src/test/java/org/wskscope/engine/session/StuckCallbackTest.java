package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;

/** C-32 on real processors: a callback that waits really keeps its processor, and nothing hangs for ever. */
@Timeout(60)
class StuckCallbackTest {
    private final LiveEcho echo = new LiveEcho();

    @Test
    @Tag("SCN-06")
    @Tag("THR-13")
    void aStuckProcessorIsExplainedAndGoesOnWhenTheWaitIsBroken() throws IOException {
        SocketId stuck = stickOne();

        String sentence = echo.log.deadlockFound(stuck);
        CommandOutcome broken = echo.session.execute(new EngineCommand.BreakWaits());
        long entered = echo.log.callbackEntered(stuck, WskCallback.RECEIVE);
        echo.log.callbackReturned(entered);

        assertThat(sentence).matches("RCV\\(C1\\) waits for I(\\d+); I\\1 needs executor\\(C1\\); held by RCV\\(C1\\)");
        assertThat(broken.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(echo.log.returnedStatus(entered)).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(echo.session.log()).containsInOrder(RecordMatchers.waitEnded(NtStatus.STATUS_CANCELLED));
        echo.close();
    }

    @Test
    void closingTheSessionEndsAStuckWait() throws IOException {
        SocketId stuck = stickOne();
        echo.log.violationFound(stuck, Violation.WAIT_INSIDE_CALLBACK);

        echo.close();

        TraceAssert.assertThat(echo.session.log()).containsInOrder(RecordMatchers.waitEnded(NtStatus.STATUS_CANCELLED));
    }

    /** A connection whose receive callback waits for its own reply. */
    private SocketId stickOne() throws IOException {
        echo.session.execute(new EngineCommand.SetFaithfulWaits(true));
        echo.behave(WskCallback.RECEIVE, CallbackBehaviour.PLAIN.waiting());
        LoopbackPeer peer = echo.connect();
        SocketId socket = echo.log.accepted(echo.listener());
        peer.send("x");
        echo.log.callbackEntered(socket, WskCallback.RECEIVE);
        return socket;
    }
}
