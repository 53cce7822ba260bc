package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.ArrayList;
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
    private final boolean whole;
    private volatile @Nullable List<LaneColumns> existing;

    /** {@code whole}: the playhead is the tail, where all lanes exist. */
    LaneList(History.Lanes lanes, long playhead, long playheadNanos, boolean whole) {
        this.whole = whole;
        this.ofSockets = lanes.ofSockets();
        this.ofProcessors = lanes.ofProcessors();
        this.shared = lanes.shared();
        this.playhead = playhead;
        this.playheadNanos = playheadNanos;
    }

    @Override
    public int size() {
        return whole ? ofSockets.size() + ofProcessors.size() : existing().size();
    }

    @Override
    public LaneView get(int index) {
        int sockets = ofSockets.size();
        LaneColumns lane = !whole
                ? existing().get(index)
                : index < sockets ? ofSockets.get(index) : ofProcessors.get(index - sockets);
        return window(lane);
    }

    @Override
    public boolean isEmpty() {
        return whole
                ? size() == 0
                : ofSockets.stream().noneMatch(this::exists)
                        && ofProcessors.stream().noneMatch(this::exists);
    }

    /** The lane with this key, or null. Makes one window, however many lanes it looks at. */
    @Nullable
    LaneView find(LaneKey key) {
        if (key.isShared()) {
            LaneColumns lane = shared.get(key);
            return lane == null || !exists(lane) ? null : window(lane);
        }
        List<LaneColumns> lanes = key.isProcessor() ? ofProcessors : ofSockets;
        int low = 0;
        int high = lanes.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LaneColumns lane = lanes.get(middle);
            int order = lane.key().compareTo(key);
            if (order == 0) {
                return exists(lane) ? window(lane) : null;
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
                .filter(lane -> lane.key().kind() == kind && exists(lane))
                .map(this::window)
                .toList();
    }

    /** Those of the processors, in order of their numbers. */
    List<LaneView> ofProcessors() {
        return ofProcessors.stream().filter(this::exists).map(this::window).toList();
    }

    /** Those that exist at the playhead. */
    private List<LaneColumns> existing() {
        List<LaneColumns> known = existing;
        if (known == null) {
            List<LaneColumns> found = new ArrayList<>(ofSockets.size() + ofProcessors.size());
            ofSockets.stream().filter(this::exists).forEach(found::add);
            ofProcessors.stream().filter(this::exists).forEach(found::add);
            known = found;
            existing = known;
        }
        return known;
    }

    private boolean exists(LaneColumns lane) {
        return lane.existsAt(playhead);
    }

    private LaneView window(LaneColumns lane) {
        return new LaneWindow(lane, playhead, playheadNanos);
    }
}
