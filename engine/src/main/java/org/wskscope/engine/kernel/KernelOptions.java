package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.wsk.WskVersion;

/**
 * What the documentation leaves open and this kernel lets its owner decide: the CHOICE register's configurable entries. Immutable; each {@code with} method gives a
 * copy with one entry changed.
 */
public final class KernelOptions {
    private static final KernelOptions DEFAULTS = new KernelOptions(new Values());

    private final Values values;

    private KernelOptions(Values values) {
        this.values = values;
    }

    /** The defaults of the CHOICE register. */
    public static KernelOptions defaults() {
        return DEFAULTS;
    }

    /** Connections that may wait at a listener; more are refused (C-10). */
    public int acceptBacklog() {
        return values.acceptBacklog;
    }

    public KernelOptions withAcceptBacklog(int connections) {
        requireAtLeastOne(connections, "the accept backlog");
        Values changed = values.copy();
        changed.acceptBacklog = connections;
        return new KernelOptions(changed);
    }

    /** Largest list of one receive indication, bytes (C-11). */
    public int maxIndicationBytes() {
        return values.maxIndicationBytes;
    }

    public KernelOptions withMaxIndicationBytes(int bytes) {
        requireAtLeastOne(bytes, "the indication size");
        Values changed = values.copy();
        changed.maxIndicationBytes = bytes;
        return new KernelOptions(changed);
    }

    /** Retained bytes on a socket above which RELEASE_ASAP is set (C-11). */
    public long releaseAsapBytes() {
        return values.releaseAsapBytes;
    }

    public KernelOptions withReleaseAsapBytes(long bytes) {
        Values changed = values.copy();
        changed.releaseAsapBytes = bytes;
        return new KernelOptions(changed);
    }

    /** Retained bytes on a socket above which it stops reading until lists are released (API-REL-07). */
    public long retainedLimitBytes() {
        return values.retainedLimitBytes;
    }

    public KernelOptions withRetainedLimitBytes(long bytes) {
        Values changed = values.copy();
        changed.retainedLimitBytes = bytes;
        return new KernelOptions(changed);
    }

    /** The {@code SO_RCVBUF} of a new socket, bytes (C-13). */
    public int receiveBufferBytes() {
        return values.receiveBufferBytes;
    }

    public KernelOptions withReceiveBufferBytes(int bytes) {
        requireAtLeastOne(bytes, "the receive buffer");
        Values changed = values.copy();
        changed.receiveBufferBytes = bytes;
        return new KernelOptions(changed);
    }

    /** Longest list of one receive-from indication (C-13). */
    public int maxDatagramsPerList() {
        return values.maxDatagramsPerList;
    }

    public KernelOptions withMaxDatagramsPerList(int datagrams) {
        requireAtLeastOne(datagrams, "the datagram list");
        Values changed = values.copy();
        changed.maxDatagramsPerList = datagrams;
        return new KernelOptions(changed);
    }

    /** The ideal send backlog of a new connection until a probe or the transport changes it, bytes (C-27). */
    public long idealSendBacklogBytes() {
        return values.idealSendBacklogBytes;
    }

    public KernelOptions withIdealSendBacklogBytes(long bytes) {
        Values changed = values.copy();
        changed.idealSendBacklogBytes = bytes;
        return new KernelOptions(changed);
    }

    /** Callbacks a socket may make before others on its processor get their turn. */
    public int callbacksPerTurn() {
        return values.callbacksPerTurn;
    }

    /** The level callbacks run at (C-34). */
    public IrqlMode irqlMode() {
        return values.irqlMode;
    }

    public KernelOptions withIrqlMode(IrqlMode mode, long seed) {
        Values changed = values.copy();
        changed.irqlMode = mode;
        changed.irqlSeed = seed;
        return new KernelOptions(changed);
    }

    /** An IRP on an enabling request is refused instead of noted (C-22). */
    public boolean strictIrpOnEnable() {
        return values.strictIrpOnEnable;
    }

    public KernelOptions withStrictIrpOnEnable(boolean strict) {
        Values changed = values.copy();
        changed.strictIrpOnEnable = strict;
        return new KernelOptions(changed);
    }

    /** When a FIN behind buffered bytes is reported (C-08). */
    public GracefulDisconnect gracefulDisconnect() {
        return values.gracefulDisconnect;
    }

    public KernelOptions withGracefulDisconnect(GracefulDisconnect when) {
        Values changed = values.copy();
        changed.gracefulDisconnect = when;
        return new KernelOptions(changed);
    }

    /** Whether a pending request always goes before its event (C-41). */
    public RaceMode raceMode() {
        return values.raceMode;
    }

    public KernelOptions withRaceMode(RaceMode mode, long seed) {
        Values changed = values.copy();
        changed.raceMode = mode;
        changed.raceSeed = seed;
        return new KernelOptions(changed);
    }

    /** Events enabled on an accepted socket inside its accept callback may start before that has returned (C-17). */
    public boolean earlyAcceptedEvents() {
        return values.earlyAcceptedEvents;
    }

    public KernelOptions withEarlyAcceptedEvents(boolean early) {
        Values changed = values.copy();
        changed.earlyAcceptedEvents = early;
        return new KernelOptions(changed);
    }

    /** The indication that ends with the last byte of a read loop is marked as the end of a message; else none is (C-11, FID-3). */
    public boolean entireMessageWhenDrained() {
        return values.entireMessageWhenDrained;
    }

    public KernelOptions withEntireMessageWhenDrained(boolean marked) {
        Values changed = values.copy();
        changed.entireMessageWhenDrained = marked;
        return new KernelOptions(changed);
    }

    /** Receive-from callbacks of one socket may be in progress on all processors at once (C-15). */
    public boolean parallelDatagram() {
        return values.parallelDatagram;
    }

    public KernelOptions withParallelDatagram(boolean parallel) {
        Values changed = values.copy();
        changed.parallelDatagram = parallel;
        return new KernelOptions(changed);
    }

    /** What happens to a wait that is forbidden where it is (C-32). */
    public WaitMode waitMode() {
        return values.waitMode;
    }

    public KernelOptions withWaitMode(WaitMode mode) {
        Values changed = values.copy();
        changed.waitMode = mode;
        return new KernelOptions(changed);
    }

    /** How long things may take before the kernel says so. */
    public KernelLimits limits() {
        return values.limits;
    }

    public KernelOptions withLimits(KernelLimits limits) {
        Values changed = values.copy();
        changed.limits = limits;
        return new KernelOptions(changed);
    }

    /** Functions called from completion routines are noted, once a socket and function (VIO-12). */
    public boolean advisesOnCompletionCalls() {
        return values.advisesOnCompletionCalls;
    }

    public KernelOptions withAdviceOnCompletionCalls(boolean advise) {
        Values changed = values.copy();
        changed.advisesOnCompletionCalls = advise;
        return new KernelOptions(changed);
    }

    /** Memory lent to pending sends is compared when they complete (VIO-09); costs a copy of each send. */
    public boolean watchesLentMemory() {
        return values.watchesLentMemory;
    }

    public KernelOptions withLentMemoryWatched(boolean watched) {
        Values changed = values.copy();
        changed.watchesLentMemory = watched;
        return new KernelOptions(changed);
    }

    /** Who decides what this point leaves to chance: who was given, or else the seed of its mode. */
    public Choices choices(ChoicePoint point) {
        Choices given = values.choices;
        if (given != null) {
            return given;
        }
        return new SeededChoices(
                switch (point) {
                    case CALLBACK_LEVEL -> values.irqlSeed;
                    case SEND_INLINE -> values.sendSeed;
                    default -> values.raceSeed;
                });
    }

    /** Everything left to chance is decided there, whatever the seeds say. */
    public KernelOptions withChoices(Choices choices) {
        Values changed = values.copy();
        changed.choices = choices;
        return new KernelOptions(changed);
    }

    /** When a send completes that the transport could take at once (C-45). */
    public SendCompletion sendCompletion() {
        return values.sendCompletion;
    }

    public KernelOptions withSendCompletion(SendCompletion when, long seed) {
        Values changed = values.copy();
        changed.sendCompletion = when;
        changed.sendSeed = seed;
        return new KernelOptions(changed);
    }

    /** The version of the interface the provider offers, as {@link WskVersion} writes it; clients of lower minor versions are served too (API-REG-07). */
    public int providerVersion() {
        return values.providerVersion;
    }

    public KernelOptions withProviderVersion(int version) {
        if (version >> 8 != 1) {
            throw new IllegalArgumentException("the interface has major version 1, not " + (version >> 8));
        }
        Values changed = values.copy();
        changed.providerVersion = version;
        return new KernelOptions(changed);
    }

    private static void requireAtLeastOne(int value, String what) {
        if (value < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, not " + value);
        }
    }

    /** The entries; never changed once an object of the outer class has them. */
    private static final class Values implements Cloneable {
        private int acceptBacklog = 128;
        private int maxIndicationBytes = 64 * 1024;
        private long releaseAsapBytes = 256_000;
        private long retainedLimitBytes = 4 * 1024 * 1024;
        private int receiveBufferBytes = 64 * 1024;
        private int maxDatagramsPerList = 64;
        private long idealSendBacklogBytes = 64 * 1024;
        private int callbacksPerTurn = 16;
        private IrqlMode irqlMode = IrqlMode.DISPATCH;
        private long irqlSeed = 1;
        private boolean strictIrpOnEnable;
        private GracefulDisconnect gracefulDisconnect = GracefulDisconnect.HOLD;
        private RaceMode raceMode = RaceMode.DETERMINISTIC;
        private long raceSeed = 1;
        private boolean earlyAcceptedEvents;
        private boolean entireMessageWhenDrained = true;
        private boolean parallelDatagram;
        private WaitMode waitMode = WaitMode.STRICT;
        private KernelLimits limits = KernelLimits.DEFAULTS;
        private boolean advisesOnCompletionCalls = true;
        private boolean watchesLentMemory = true;
        private SendCompletion sendCompletion = SendCompletion.PENDING;
        private long sendSeed = 1;
        private @Nullable Choices choices;
        private int providerVersion = WskVersion.WSK_VERSION_1_0;

        Values copy() {
            try {
                return (Values) clone();
            } catch (CloneNotSupportedException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
