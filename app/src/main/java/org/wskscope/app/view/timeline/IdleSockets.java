package org.wskscope.app.view.timeline;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.BarVisitor;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;

/** Which sockets need no more than one thin line, because nothing of theirs is to be seen, or they are closed and the view has gone on. Pure. */
final class IdleSockets {
    private static final Set<LaneKind> OWN = EnumSet.range(LaneKind.CALLBACKS, LaneKind.CONTROL);

    private IdleSockets() {}

    /**
     * The ids of those of these sockets that are at rest; never one with something open.
     *
     * @param following whether the view follows the newest moment: then a closed socket rests even while its past is in view
     */
    static Set<Integer> of(
            ScopeSnapshot snapshot, Iterable<SocketRow> sockets, TimeViewport viewport, boolean following) {
        Set<Integer> resting = new HashSet<>();
        for (SocketRow socket : sockets) {
            boolean done = following && socket.isClosed();
            if (!isOpen(snapshot, socket) && (done || !isSeen(snapshot, socket, viewport))) {
                resting.add(socket.id().value());
            }
        }
        return resting;
    }

    /** The closed ones of these sockets of which nothing is in view: while the view follows, they are gone for good. */
    static Set<Integer> past(ScopeSnapshot snapshot, Iterable<SocketRow> sockets, TimeViewport viewport) {
        Set<Integer> past = new HashSet<>();
        for (SocketRow socket : sockets) {
            if (socket.isClosed() && !isOpen(snapshot, socket) && !isSeen(snapshot, socket, viewport)) {
                past.add(socket.id().value());
            }
        }
        return past;
    }

    private static boolean isOpen(ScopeSnapshot snapshot, SocketRow socket) {
        if (!socket.callbacks().isEmpty()
                || !socket.irps().isEmpty()
                || socket.waitingMask().bits() != 0) {
            return true;
        }
        for (LaneKind kind : OWN) {
            LaneView lane = snapshot.lane(LaneKey.of(kind, socket.id()));
            if (lane != null && lane.size() > 0 && lane.bar(lane.size() - 1).isOpen()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeen(ScopeSnapshot snapshot, SocketRow socket, TimeViewport viewport) {
        Presence presence = new Presence();
        for (LaneKind kind : OWN) {
            LaneView lane = snapshot.lane(LaneKey.of(kind, socket.id()));
            if (lane != null && !presence.any) {
                // One "pixel" as wide as the view: the lane answers with few groups, however many bars there are.
                lane.visit((long) viewport.start(), (long) Math.ceil(viewport.end()), viewport.span(), presence);
            }
        }
        return presence.any;
    }

    private static final class Presence implements BarVisitor {
        private boolean any;

        @Override
        public void bar(Bar bar) {
            any = true;
        }

        @Override
        public void group(long startNanos, long endNanos, int count, int codes) {
            any = true;
        }
    }
}
