package org.wskscope.engine.transport.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.chance.Choices;
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

    private final VirtualClock clock = new VirtualClock();
    private final TimedItems timed = new TimedItems();
    private final Inbox inbox = new Inbox();
    private final Choices choices;
    private final ReadyQueue network = new ReadyQueue();
    private ReadyQueue[] lanes = {network};
    private volatile Thread owner = Thread.currentThread();
    private @Nullable ReadyQueue current;
    private final SpareItems spare = new SpareItems();
    /** What an item threw that another one ran from inside; told when the outer one is over. */
    private @Nullable Throwable failure;

    private ItemGate gate = ItemGate.OPEN;
    private long readied;
    private int added;
    private long items;

    Scheduler(Choices choices) {
        this.choices = choices;
        network.turns = turns(0);
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

    /** Who is asked before anything happens. */
    public void setGate(ItemGate newGate) {
        gate = newGate;
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
        do {
            while (step(nanos)) {
                // Every step is one item.
            }
        } while (nanos > clock.nanoTime() && gate.pass(clock.nanoTime(), nanos));
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
        if (gate != ItemGate.OPEN && !mayGoOn(horizonNanos)) {
            return false;
        }
        ReadyQueue lane = choose();
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

    /** Waits at the gate for what is due next; false when nothing is, up to the horizon. No choice is made before the gate lets it happen. */
    private boolean mayGoOn(long horizonNanos) {
        boolean ready = isReady();
        while (ready || !timed.isEmpty() && timed.earliestNanos() <= horizonNanos) {
            if (!gate.pass(clock.nanoTime(), ready ? clock.nanoTime() : timed.earliestNanos())) {
                return true;
            }
            empty();
            ready = isReady();
        }
        return false;
    }

    private boolean isReady() {
        for (ReadyQueue lane : lanes) {
            if (lane.isReady()) {
                return true;
            }
        }
        return false;
    }

    /** Nothing is ready, nothing is timed, nothing was handed over. */
    public boolean isIdle() {
        checkOwner();
        for (ReadyQueue lane : lanes) {
            if (!lane.isEmpty()) {
                return false;
            }
        }
        return timed.isEmpty() && !inbox.isFilled();
    }

    /** Whether an item is being run, which may wait for others. */
    public boolean isInsideItem() {
        return current != null;
    }

    /** Items run so far. */
    public long itemCount() {
        return items;
    }

    // ---- for the rest of the package; the owner only, save execute

    /** The queues are numbered as they come; the network is 0. */
    private ChoiceStream turns(int number) {
        return new ChoiceStream(choices, ChoicePoint.NEXT_ITEM, number);
    }

    void add(ReadyQueue lane) {
        lane.turns = turns(++added);
        lanes = Arrays.copyOf(lanes, lanes.length + 1);
        lanes[lanes.length - 1] = lane;
    }

    void remove(ReadyQueue lane) {
        lane.clear();
        lanes = Arrays.stream(lanes).filter(other -> other != lane).toArray(ReadyQueue[]::new);
    }

    Choices choices() {
        return choices;
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    @Nullable
    ReadyQueue current() {
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

    void ready(Item item, ReadyQueue lane) {
        item.lane = lane;
        item.order = readied++;
        lane.append(item);
    }

    /** Has {@code item} run by the network at the moment {@code dueNanos}. */
    void onTheWire(Item item, long dueNanos) {
        at(item, network, dueNanos);
    }

    void at(Item item, ReadyQueue lane, long dueNanos) {
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
            at(spare.task(task), processor, clock.nanoTime() + delayNanos);
        }
    }

    /** The outcome of an operation, on its way to the one who is told; {@code loser} is given up when that fails. */
    Item notification(TransportCompletion completion, NtStatus status, @Nullable MemoryChannel loser) {
        return spare.notification(completion, status, loser);
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
            ReadyQueue lane = due.lane;
            if (lane != null) {
                ready(due, lane);
            }
        }
    }

    /** Whose turn it is; null when nobody can run. */
    private @Nullable ReadyQueue choose() {
        int candidates = 0;
        ReadyQueue oldest = null;
        for (ReadyQueue lane : lanes) {
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
        ChoiceStream turns = oldest == null ? null : oldest.turns;
        int chosen = turns == null ? 0 : turns.choose(candidates);
        for (; chosen > 0 && oldest != null; chosen--) {
            oldest = nextOldest(oldest.headOrder());
        }
        return oldest;
    }

    private @Nullable ReadyQueue nextOldest(long than) {
        ReadyQueue oldest = null;
        for (ReadyQueue lane : lanes) {
            if (lane.isReady()
                    && lane.headOrder() > than
                    && (oldest == null || lane.headOrder() < oldest.headOrder())) {
                oldest = lane;
            }
        }
        return oldest;
    }

    private void run(ReadyQueue lane) {
        Item item = lane.take();
        ReadyQueue before = current;
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
}
