package org.wskscope.engine.transport.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.VirtualClock;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * Runs a simulation, one item at a time, and moves its clock. One thread owns all of it: the one that made it, or the last that took it over. Only {@link
 * VirtualProcessor#execute} and {@code schedule} may be called by others.
 *
 * <p>Items of one lane run in order. When several lanes have ready items, {@link Choices} says whose turn it is; when none has, time jumps to the next timed
 * item. An item may run others from inside ({@link #step}): its own lane rests meanwhile, as a processor does whose driver waits.
 */
public final class Scheduler {
    /** Items one {@link #runUntilIdle()} runs at most: peers that set their timers again and again would never let it end. */
    public static final long IDLE_LIMIT_ITEMS = 100_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    private final VirtualClock clock = new VirtualClock();
    private final TimedItems timed = new TimedItems();
    private final Inbox inbox = new Inbox();
    private final Choices choices;
    private final Lane network = new Lane();
    private Lane[] lanes = {network};
    private volatile Thread owner = Thread.currentThread();
    private @Nullable Lane current;
    private @Nullable Task freeTasks;
    private @Nullable Told freeTold;
    /** What an item threw that another one ran from inside; told when the outer one is over. */
    private @Nullable Throwable failure;

    private long readied;
    private long items;

    Scheduler(Choices choices) {
        this.choices = choices;
    }

    /** The simulation's clock. Any thread may read it. */
    public NanoClock clock() {
        return clock;
    }

    /** Makes the calling thread the owner. Only while nothing runs, and after the owner before has handed everything over. */
    public void takeOver() {
        if (current != null) {
            throw new IllegalStateException("the simulation is running on " + owner.getName());
        }
        owner = Thread.currentThread();
    }

    /**
     * Runs one item, after moving the clock to its moment when nothing is due now.
     *
     * @return false when there is nothing that could run
     */
    public boolean step() {
        return step(Long.MAX_VALUE);
    }

    /**
     * Runs items until nothing is left, or {@link #IDLE_LIMIT_ITEMS} of them.
     *
     * @return whether nothing is left
     */
    public boolean runUntilIdle() {
        return runUntilIdle(IDLE_LIMIT_ITEMS);
    }

    /**
     * Runs items until nothing is left, but at most {@code limit} of them.
     *
     * @return whether nothing is left
     */
    public boolean runUntilIdle(long limit) {
        for (long done = 0; done < limit; done++) {
            if (!step()) {
                return true;
            }
        }
        return isIdle();
    }

    /** Runs everything due in the next {@code nanos}; the clock then stands that much later. */
    public void runFor(long nanos) {
        runUntil(clock.nanoTime() + nanos);
    }

    /** Runs everything due up to the moment {@code nanos}; the clock then stands there, unless it stood later before. */
    public void runUntil(long nanos) {
        while (step(nanos)) {
            // Every step is one item.
        }
        if (nanos > clock.nanoTime()) {
            clock.advanceTo(nanos);
        }
    }

    /**
     * Runs one item if one is due up to the moment {@code horizonNanos}.
     *
     * @return false when none is; the clock stands where it stood
     */
    public boolean step(long horizonNanos) {
        checkOwner();
        if (inbox.isFilled()) {
            empty();
        }
        Lane lane = choose();
        while (lane == null) {
            long earliest = timed.earliestNanos();
            if (earliest > horizonNanos || timed.isEmpty()) {
                return false;
            }
            advance(earliest);
            lane = choose();
        }
        run(lane);
        return true;
    }

    /** Nothing is ready, nothing is timed, nothing was handed over. */
    public boolean isIdle() {
        checkOwner();
        for (Lane lane : lanes) {
            if (!lane.isEmpty()) {
                return false;
            }
        }
        return timed.isEmpty() && !inbox.isFilled();
    }

    /** Items run so far. */
    public long itemCount() {
        return items;
    }

    // ---- for the rest of the package; the owner only, save execute

    void add(Lane lane) {
        lanes = Arrays.copyOf(lanes, lanes.length + 1);
        lanes[lanes.length - 1] = lane;
    }

    void remove(Lane lane) {
        lane.clear();
        lanes = Arrays.stream(lanes).filter(other -> other != lane).toArray(Lane[]::new);
    }

    Choices choices() {
        return choices;
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    @Nullable
    Lane current() {
        return current;
    }

    boolean isOwner() {
        return Thread.currentThread() == owner;
    }

    boolean isCurrent(VirtualProcessor processor) {
        return current == processor && isOwner();
    }

    void checkOwner() {
        if (!isOwner()) {
            throw new IllegalStateException("the simulation belongs to " + owner.getName() + ", not to "
                    + Thread.currentThread().getName());
        }
    }

    void ready(Item item, Lane lane) {
        item.lane = lane;
        item.order = readied++;
        lane.append(item);
    }

    /** Has {@code item} run by the network at the moment {@code dueNanos}. */
    void onTheWire(Item item, long dueNanos) {
        at(item, network, dueNanos);
    }

    void at(Item item, Lane lane, long dueNanos) {
        if (dueNanos <= clock.nanoTime()) {
            ready(item, lane);
        } else {
            item.lane = lane;
            timed.add(item, dueNanos);
        }
    }

    /** Takes a timer out that has not come due yet. */
    void cancel(Item item) {
        timed.remove(item);
    }

    /** Any thread. */
    void execute(VirtualProcessor processor, Runnable task, long delayNanos) {
        if (!isOwner()) {
            inbox.put(new Inbox.Entry(processor, task, delayNanos));
        } else if (!processor.transport.isClosed()) {
            at(task(task), processor, clock.nanoTime() + delayNanos);
        }
    }

    Item told(TransportCompletion completion, NtStatus status, @Nullable MemoryChannel loser) {
        Told told = freeTold;
        if (told == null) {
            told = new Told();
        } else {
            freeTold = (Told) told.next;
        }
        told.completion = completion;
        told.status = status;
        told.loser = loser;
        return told;
    }

    private Item task(Runnable work) {
        Task task = freeTasks;
        if (task == null) {
            task = new Task();
        } else {
            freeTasks = (Task) task.next;
        }
        task.work = work;
        return task;
    }

    private void empty() {
        for (Inbox.Entry entry = inbox.take(); entry != null; entry = inbox.take()) {
            execute(entry.processor(), entry.task(), entry.delayNanos());
        }
    }

    private void advance(long nanos) {
        clock.advanceTo(nanos);
        while (timed.earliestNanos() <= nanos && !timed.isEmpty()) {
            Item due = timed.takeEarliest();
            Lane lane = due.lane;
            if (lane != null) {
                ready(due, lane);
            }
        }
    }

    /** Whose turn it is; null when nobody can run. */
    private @Nullable Lane choose() {
        int candidates = 0;
        Lane oldest = null;
        for (Lane lane : lanes) {
            if (lane.isReady()) {
                candidates++;
                if (oldest == null || lane.headOrder() < oldest.headOrder()) {
                    oldest = lane;
                }
            }
        }
        if (candidates < 2) {
            return oldest;
        }
        int chosen = choices.choose(ChoicePoint.NEXT_ITEM, candidates);
        for (; chosen > 0 && oldest != null; chosen--) {
            oldest = nextOldest(oldest.headOrder());
        }
        return oldest;
    }

    private @Nullable Lane nextOldest(long than) {
        Lane oldest = null;
        for (Lane lane : lanes) {
            if (lane.isReady()
                    && lane.headOrder() > than
                    && (oldest == null || lane.headOrder() < oldest.headOrder())) {
                oldest = lane;
            }
        }
        return oldest;
    }

    private void run(Lane lane) {
        Item item = lane.take();
        Lane before = current;
        current = lane;
        lane.busy = true;
        items++;
        try {
            item.run();
        } catch (RuntimeException | Error thrown) {
            if (failure == null) {
                failure = thrown;
            } else {
                failure.addSuppressed(thrown);
            }
        } finally {
            lane.busy = false;
            current = before;
        }
        Throwable thrown = failure;
        if (before == null && thrown != null) {
            failure = null;
            throw new IllegalStateException(
                    "A task of the simulation failed; what follows cannot be relied on", thrown);
        }
    }

    /** Somebody's task on a processor. */
    private final class Task extends Item {
        private @Nullable Runnable work;

        @Override
        void run() {
            Runnable mine = work;
            work = null;
            next = freeTasks;
            freeTasks = this;
            if (mine != null) {
                mine.run();
            }
        }
    }

    /** The outcome of an operation on its way to the one who is told. */
    private final class Told extends Item {
        private TransportCompletion completion = TransportCompletion.NONE;
        private NtStatus status = NtStatus.STATUS_SUCCESS;
        private @Nullable MemoryChannel loser;

        @Override
        void run() {
            TransportCompletion mine = completion;
            NtStatus outcome = status;
            MemoryChannel channel = loser;
            completion = TransportCompletion.NONE;
            loser = null;
            next = freeTold;
            freeTold = this;
            try {
                mine.completed(outcome);
            } catch (RuntimeException | Error failure) {
                LOG.error("A completion of a transport operation failed with status {}", outcome, failure);
                if (channel != null) {
                    channel.abandon();
                }
            }
        }
    }
}
