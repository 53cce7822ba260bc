package org.wskscope.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.Selected.BarSelected;
import org.wskscope.app.state.Selected.EventToggleSelected;
import org.wskscope.app.state.Selected.PeerSelected;
import org.wskscope.app.state.Selected.RecordSelected;
import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.State;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

class SelectionTest {
    private static final SocketId C1 = new SocketId(1);
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 41822);

    private final TraceLog log = new TraceLog(100);
    private final SessionModel model = new SessionModel(log, true, 2);
    private final Selection selection = new Selection(model);
    private long entered;

    private final Move.Past noPast = new Move.Past() {
        @Override
        public History history() {
            return model.moment().history();
        }

        @Override
        public State at(long sequence) {
            throw new AssertionError("these moves ask for no state");
        }
    };

    @BeforeEach
    void aConnectionWithACallback() {
        TraceStamp at = new TraceStamp();
        log.clientRegistered(at, "echosrv", 0x100);
        log.socketCreated(at, 1, SocketCategory.CONNECTION, 2, 0);
        log.socketConnected(at, 1, PEER);
        entered = log.callbackEntered(at, 1, WskCallback.RECEIVE, 0, 64, 0);
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        model.show(fold.snapshot(), 0, log.size());
    }

    @Test
    void everyKindOfSelectionLeadsToItsSocketAndRecord() {
        selection.select(new BarSelected(LaneKey.of(LaneKind.CALLBACKS, C1), entered));
        assertThat(selection.socket()).contains(C1);
        assertThat(selection.record()).hasValue(entered);

        selection.select(new BarSelected(new LaneKey(LaneKind.PROCESSOR, 0), entered));
        assertThat(selection.socket()).contains(C1);

        selection.select(new EventToggleSelected(C1, WskEvent.WSK_EVENT_RECEIVE));
        assertThat(selection.socketRow().orElseThrow().name()).isEqualTo("C1");
        assertThat(selection.record()).isEqualTo(OptionalLong.empty());

        selection.select(new RecordSelected(0));
        assertThat(selection.socket()).isEqualTo(Optional.empty());

        selection.select(new RecordSelected(99));
        assertThat(selection.socket()).isEqualTo(Optional.empty());
    }

    @Test
    void aPeerLeadsToTheSocketItIsConnectedTo() {
        log.peerStarted(new TraceStamp(), 4, "ECHO_CLIENT 127.0.0.1 50007 64 1.0 0");
        log.peerBound(new TraceStamp(), 4, PEER);
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        model.show(fold.snapshot(), 0, log.size());

        selection.select(new PeerSelected(4));

        assertThat(selection.socket()).contains(C1);
        assertThat(selection.socketOfPeer(5)).isEmpty();
    }

    @Test
    void theHistoryGoesBackAndForward() {
        selection.selectSocket(C1);
        selection.selectRecord(2);
        selection.selectRecord(2);

        selection.back();
        Selected back = selection.current();
        selection.forward();

        assertThat(back).isEqualTo(new Selected.SocketSelected(C1));
        assertThat(selection.current()).isEqualTo(new RecordSelected(2));
        assertThat(selection.canGoForwardProperty().get()).isFalse();
        assertThat(selection.canGoBackProperty().get()).isTrue();
    }

    @Test
    void theWayBackLeadsToWhereTheMomentStoodBeforeAJump() {
        selection.selectSocket(C1);
        model.travel().goOnto(1);
        arrive();
        model.travel().go(Moves.by(1));
        arrive();
        selection.selectRecord(0);
        model.travel().jump(Moves.to(0));
        arrive();

        selection.back();
        assertThat(arrive()).isEqualTo(3);
        selection.back();
        assertThat(model.travel().wish()).isNull();
        assertThat(selection.current()).isEqualTo(new Selected.SocketSelected(C1));
        selection.back();
        assertThat(model.travel().cursor()).isInstanceOf(Cursor.Follow.class);

        selection.forward();
        assertThat(arrive()).isEqualTo(3);
        selection.forward();
        selection.forward();
        assertThat(arrive()).isZero();
        assertThat(selection.canGoForwardProperty().get()).isFalse();
    }

    /** Brings the moment where it is wanted, and says where that is. */
    private long arrive() {
        TimeTravel.Pending wish = Objects.requireNonNull(model.travel().wish());
        ScopeFold then = new ScopeFold(log);
        long to = Math.max(0, Math.min(log.size(), wish.move().target(noPast, wish.from())));
        then.foldTo(to);
        model.travel()
                .arrived(
                        wish.number(),
                        new Moment(
                                then.snapshot(),
                                then.timeNanos(),
                                model.moment().history()),
                        log.size());
        return to;
    }

    @Test
    void selectingAfterGoingBackForgetsWhatWasAhead() {
        selection.selectRecord(1);
        selection.selectRecord(2);
        selection.back();

        selection.selectRecord(3);
        selection.forward();

        assertThat(selection.current()).isEqualTo(new RecordSelected(3));
    }
}
