package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** Listens to the fold of the tail and keeps what does not depend on where one looks: lanes of bars, findings, and states to begin a fold at. Owned by the folding thread. */
@ProjectorThread
final class HistoryFold implements FoldSink {
    private final TraceReader log;
    private final List<@Nullable SocketLanes> sockets = new ArrayList<>();
    private final List<@Nullable ProcessorLane> processors = new ArrayList<>();
    private final List<FoundMisuse> findings = new ArrayList<>();
    private final Pages<LaneColumns> lanePages = new Pages<>(this::addLanes);
    private final Pages<FoundMisuse> findingPages = new Pages<>((item, page) -> page.add(findings.get(item)));
    private final Map<SocketId, SharedLanes> byListener = new HashMap<>();
    /** Replaced, never changed: the histories hold it. */
    private NavigableMap<LaneKey, LaneColumns> shared = new TreeMap<>();

    private final Anchors.Growing anchors = new Anchors.Growing();

    HistoryFold(TraceReader log) {
        this.log = log;
    }

    /** Keeps a state to begin at. */
    void anchor(State state) {
        anchors.add(state);
    }

    /** What is known when the records before {@code tail} are folded. Costs what changed since the last call. */
    History history(long tail) {
        List<LaneColumns> ofProcessors = new ArrayList<>();
        for (ProcessorLane processor : processors) {
            if (processor != null) {
                ofProcessors.add(processor.columns());
            }
        }
        return new History(
                log,
                tail,
                new History.Lanes(lanePages.toList(sockets.size()), ofProcessors, shared),
                findingPages.toList(findings.size()),
                anchors.now());
    }

    @Override
    public LaneSink ofSocket(int socket) {
        return lanes(socket);
    }

    @Override
    public LaneSink ofProcessor(int number) {
        while (processors.size() <= number) {
            processors.add(null);
        }
        ProcessorLane processor = processors.get(number);
        if (processor == null) {
            processor = new ProcessorLane(number);
            processors.set(number, processor);
        }
        return processor;
    }

    @Override
    public void created(int socket, long sequence) {
        lanes(socket).created(sequence);
    }

    @Override
    public void accepted(int socket, int listener) {
        lanes(socket).share(sharedLanes(new SocketId(listener)));
    }

    @Override
    public void found(Finding finding) {
        findingPages.touch(findings.size());
        findings.add(new FoundMisuse(finding));
    }

    /** What is about a wait comes soon after it; the newest findings are looked at first. */
    @Override
    public void explained(long wait, long sequence) {
        for (int item = findings.size() - 1; item >= 0; item--) {
            FoundMisuse found = findings.get(item);
            if (found.newest().sequence() <= wait) {
                return;
            }
            if (found.newest().about() == wait) {
                findings.set(item, found.explainedBy(sequence));
                findingPages.touch(item);
            }
        }
    }

    private SocketLanes lanes(int id) {
        while (sockets.size() <= id) {
            sockets.add(null);
        }
        SocketLanes lanes = sockets.get(id);
        if (lanes == null) {
            lanes = new SocketLanes(new SocketId(id), sharedLanes(SharedLanes.NO_LISTENER), () -> lanePages.touch(id));
            sockets.set(id, lanes);
        }
        return lanes;
    }

    private SharedLanes sharedLanes(SocketId listener) {
        SharedLanes lanes = byListener.get(listener);
        if (lanes == null) {
            lanes = SharedLanes.of(listener);
            byListener.put(listener, lanes);
            NavigableMap<LaneKey, LaneColumns> more = new TreeMap<>(shared);
            lanes.addTo(more);
            shared = more;
        }
        return lanes;
    }

    private void addLanes(int id, List<LaneColumns> page) {
        SocketLanes lanes = sockets.get(id);
        if (lanes != null) {
            lanes.addTo(page);
        }
    }
}
