package org.wskscope.app.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Two sockets of processor 0 and one of processor 1; the first one's callback runs, and bytes came for the others. */
class BlockedTest {
    private static final SocketId KEEPER = new SocketId(1);
    private static final SocketId SAME_PROCESSOR = new SocketId(2);
    private static final SocketId OTHER_PROCESSOR = new SocketId(3);
    private static final List<SocketId> ALL = List.of(KEEPER, SAME_PROCESSOR, OTHER_PROCESSOR);
    private static final long LATER = 100_000_000;

    private final TraceLog log = new TraceLog(100);
    private final TraceStamp at = new TraceStamp();
    private long entered;

    @BeforeEach
    void oneRunsAndOthersHaveBytes() {
        int receive = WskEvent.WSK_EVENT_RECEIVE.bit();
        for (SocketId socket : ALL) {
            at.set(0, -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
            log.socketCreated(at, socket.value(), SocketCategory.CONNECTION, 2, socket.equals(OTHER_PROCESSOR) ? 1 : 0);
            log.callbackEnabled(at, socket.value(), receive, receive, EnableOrigin.OPTION);
        }
        at.set(1_000_000, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
        entered = log.callbackEntered(at, KEEPER.value(), WskCallback.RECEIVE, 0, 64, 0);
        log.bytesArrived(at, SAME_PROCESSOR.value(), ByteBuffer.allocate(8));
        log.bytesArrived(at, OTHER_PROCESSOR.value(), ByteBuffer.allocate(8));
    }

    @Test
    @Tag("C-15")
    void aCallbackThatGoesOnKeepsTheOtherSocketsOfItsProcessorWaiting() {
        List<Blocked> blocked = Blocked.among(folded(), ALL, LATER);

        assertThat(blocked).extracting(one -> one.socket().id()).containsExactly(SAME_PROCESSOR);
        assertThat(blocked.get(0).keeper()).isEqualTo(KEEPER);
    }

    @Test
    void whatRunsForAMomentBlocksNobody() {
        assertThat(Blocked.among(folded(), ALL, 2_000_000)).isEmpty();
    }

    @Test
    @Tag("C-40")
    void aHeldCallbackBlocksNobodyAndIsReportedApartOnTheProcessorsLane() {
        ScopeSnapshot running = folded();
        at.set(5_000_000, 0, Irql.DISPATCH_LEVEL, entered);
        log.callbackDeferred(at, KEEPER.value(), WskCallback.RECEIVE, entered);
        ScopeSnapshot holding = folded();

        assertThat(Blocked.among(holding, ALL, LATER)).isEmpty();
        assertThat(HeldCalls.of(running)).isEmpty();
        assertThat(HeldCalls.of(holding)).isEqualTo(Map.of(0, new HeldCalls(1, 5_000_000, holding.socket(KEEPER))));
    }

    @Test
    void anOpenBarOfAProcessorSaysWhoKeepsIt() {
        ScopeSnapshot snapshot = folded();
        Bar work = snapshot.processorLanes().get(0).bar(0);

        List<String> labels = new BarText(new Messages(Locale.ENGLISH)).labels(work, snapshot, LATER);

        assertThat(labels.get(0)).contains("C1 keeps CPU 0", "99.00 ms");
    }

    private ScopeSnapshot folded() {
        return TimelineLayoutTest.folded(log);
    }
}
