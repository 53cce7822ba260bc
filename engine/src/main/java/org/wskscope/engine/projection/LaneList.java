package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.List;
import java.util.NavigableMap;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** The lanes of a snapshot; a lane's window is made when it is asked for, so that an unchanged lane costs a snapshot nothing. */
final class LaneList extends AbstractList<LaneView> implements RandomAccess {
    private final List<LaneColumns> ofSockets;
    private final List<LaneColumns> ofProcessors;
    private final NavigableMap<LaneKey, LaneColumns> shared;
    private final long playhead;
    private final long playheadNanos;

    /** {@code shared}: lanes that are asked for by their key only. */
    LaneList(
            List<LaneColumns> ofSockets,
            List<LaneColumns> ofProcessors,
            NavigableMap<LaneKey, LaneColumns> shared,
            long playhead,
            long playheadNanos) {
        this.ofSockets = ofSockets;
        this.ofProcessors = ofProcessors;
        this.shared = shared;
        this.playhead = playhead;
        this.playheadNanos = playheadNanos;
    }

    @Override
    public int size() {
        return ofSockets.size() + ofProcessors.size();
    }

    @Override
    public LaneView get(int index) {
        return window(columns(index));
    }

    /** The lane with this key, or null. Makes one window, however many lanes it looks at. */
    @Nullable
    LaneView find(LaneKey key) {
        if (key.isShared()) {
            LaneColumns lane = shared.get(key);
            return lane == null ? null : window(lane);
        }
        int low = key.isProcessor() ? ofSockets.size() : 0;
        int high = (key.isProcessor() ? size() : ofSockets.size()) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LaneColumns lane = columns(middle);
            int order = lane.key().compareTo(key);
            if (order == 0) {
                return window(lane);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    /** The shared lanes of one kind, the newest listener's first. */
    List<LaneView> shared(LaneKind kind) {
        return shared.descendingMap().values().stream()
                .filter(lane -> lane.key().kind() == kind)
                .map(this::window)
                .toList();
    }

    /** Those of the processors, in order of their numbers. */
    List<LaneView> ofProcessors() {
        return ofProcessors.stream().map(this::window).toList();
    }

    private LaneColumns columns(int index) {
        int sockets = ofSockets.size();
        return index < sockets ? ofSockets.get(index) : ofProcessors.get(index - sockets);
    }

    private LaneView window(LaneColumns lane) {
        return new LaneWindow(lane, playhead, playheadNanos);
    }
}
