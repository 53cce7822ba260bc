package org.wskscope.app.view.timeline;

import java.util.HashMap;
import java.util.Map;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;

/**
 * Calls that are held: in progress, but off their processor, which serves others meanwhile (C-40). Pure.
 *
 * @param count how many of one processor
 * @param sinceNanos when the first of them left it
 * @param newest the socket of the one that left last
 */
record HeldCalls(int count, long sinceNanos, SocketRow newest) {

    /** By processor. Costs nothing while nothing is held, else what is open. */
    static Map<Integer, HeldCalls> of(ScopeSnapshot snapshot) {
        Map<Integer, HeldCalls> held = new HashMap<>();
        if (snapshot.totals().callbacksHeld() > 0) {
            snapshot.sockets()
                    .visitOpen(socket -> socket.callbacks().stream()
                            .filter(CallbackInFlight::deferred)
                            .forEach(callback -> held.merge(
                                    socket.owner(),
                                    new HeldCalls(1, left(snapshot, socket, callback), socket),
                                    HeldCalls::and)));
        }
        return held;
    }

    private HeldCalls and(HeldCalls later) {
        return new HeldCalls(
                count + later.count,
                Math.min(sinceNanos, later.sinceNanos),
                later.sinceNanos >= sinceNanos ? later.newest : newest);
    }

    /** The call's work ended when it was put off; a call within another has no work of its own. */
    private static long left(ScopeSnapshot snapshot, SocketRow socket, CallbackInFlight callback) {
        LaneView lane = snapshot.lane(new LaneKey(LaneKind.PROCESSOR, socket.owner()));
        int index = lane == null ? -1 : lane.indexOf(callback.entered());
        return lane == null || index < 0
                ? callback.sinceNanos()
                : lane.bar(index).endNanos();
    }
}
