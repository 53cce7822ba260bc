package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The lanes of a snapshot; a lane's window is made when it is asked for, so that an unchanged lane costs a snapshot nothing. */
final class LaneList extends AbstractList<LaneView> implements RandomAccess {
    private final List<LaneColumns> ofSockets;
    private final List<LaneColumns> ofProcessors;
    private final long playhead;
    private final long playheadNanos;

    LaneList(List<LaneColumns> ofSockets, List<LaneColumns> ofProcessors, long playhead, long playheadNanos) {
        this.ofSockets = ofSockets;
        this.ofProcessors = ofProcessors;
        this.playhead = playhead;
        this.playheadNanos = playheadNanos;
    }

    @Override
    public int size() {
        return ofSockets.size() + ofProcessors.size();
    }

    @Override
    public LaneView get(int index) {
        int sockets = ofSockets.size();
        LaneColumns lane = index < sockets ? ofSockets.get(index) : ofProcessors.get(index - sockets);
        return new LaneWindow(lane, playhead, playheadNanos);
    }
}
