package org.wskscope.engine.kernel;

/**
 * What the documentation leaves open and this kernel lets its owner decide: the CHOICE register's configurable entries.
 *
 * @param acceptBacklog connections that may wait at a listener; more are refused (C-10)
 * @param maxIndicationBytes largest list of one receive indication, bytes (C-11)
 * @param releaseAsapBytes retained bytes on a socket above which RELEASE_ASAP is set (C-11)
 * @param retainedLimitBytes retained bytes on a socket above which it stops reading until lists are released (API-REL-07)
 * @param receiveBufferBytes the {@code SO_RCVBUF} of a new socket, bytes (C-13)
 * @param maxDatagramsPerList longest list of one receive-from indication (C-13)
 * @param idealSendBacklogBytes the ideal send backlog of a new connection until a probe changes it (C-27)
 * @param callbacksPerTurn callbacks a socket may make before others on its processor get their turn
 * @param irqlMode the level callbacks run at (C-34)
 * @param irqlSeed seeds {@link IrqlMode#RANDOM}
 * @param strictIrpOnEnable an IRP on an enabling request is refused instead of noted (C-22)
 * @param gracefulDisconnect when a FIN behind buffered bytes is reported (C-08)
 */
public record KernelOptions(
        int acceptBacklog,
        int maxIndicationBytes,
        long releaseAsapBytes,
        long retainedLimitBytes,
        int receiveBufferBytes,
        int maxDatagramsPerList,
        long idealSendBacklogBytes,
        int callbacksPerTurn,
        IrqlMode irqlMode,
        long irqlSeed,
        boolean strictIrpOnEnable,
        GracefulDisconnect gracefulDisconnect) {

    public KernelOptions {
        if (acceptBacklog < 1 || maxIndicationBytes < 1 || receiveBufferBytes < 1) {
            throw new IllegalArgumentException("backlog, indication size and receive buffer must be at least 1");
        }
        if (maxDatagramsPerList < 1 || callbacksPerTurn < 1) {
            throw new IllegalArgumentException("datagrams per list and callbacks per turn must be at least 1");
        }
    }

    /** The defaults of the CHOICE register. */
    public static KernelOptions defaults() {
        return new KernelOptions(
                128,
                64 * 1024,
                256_000,
                4 * 1024 * 1024,
                64 * 1024,
                64,
                64 * 1024,
                16,
                IrqlMode.DISPATCH,
                1,
                false,
                GracefulDisconnect.HOLD);
    }

    public KernelOptions withAcceptBacklog(int connections) {
        Draft draft = new Draft(this);
        draft.acceptBacklog = connections;
        return draft.options();
    }

    public KernelOptions withReleaseAsapBytes(long bytes) {
        Draft draft = new Draft(this);
        draft.releaseAsapBytes = bytes;
        return draft.options();
    }

    public KernelOptions withRetainedLimitBytes(long bytes) {
        Draft draft = new Draft(this);
        draft.retainedLimitBytes = bytes;
        return draft.options();
    }

    public KernelOptions withReceiveBufferBytes(int bytes) {
        Draft draft = new Draft(this);
        draft.receiveBufferBytes = bytes;
        return draft.options();
    }

    public KernelOptions withIrqlMode(IrqlMode mode, long seed) {
        Draft draft = new Draft(this);
        draft.irqlMode = mode;
        draft.irqlSeed = seed;
        return draft.options();
    }

    public KernelOptions withStrictIrpOnEnable(boolean strict) {
        Draft draft = new Draft(this);
        draft.strictIrpOnEnable = strict;
        return draft.options();
    }

    public KernelOptions withGracefulDisconnect(GracefulDisconnect when) {
        Draft draft = new Draft(this);
        draft.gracefulDisconnect = when;
        return draft.options();
    }

    /** The options while one of them is changed. */
    private static final class Draft {
        private int acceptBacklog;
        private int maxIndicationBytes;
        private long releaseAsapBytes;
        private long retainedLimitBytes;
        private int receiveBufferBytes;
        private int maxDatagramsPerList;
        private long idealSendBacklogBytes;
        private int callbacksPerTurn;
        private IrqlMode irqlMode;
        private long irqlSeed;
        private boolean strictIrpOnEnable;
        private GracefulDisconnect gracefulDisconnect;

        Draft(KernelOptions from) {
            acceptBacklog = from.acceptBacklog;
            maxIndicationBytes = from.maxIndicationBytes;
            releaseAsapBytes = from.releaseAsapBytes;
            retainedLimitBytes = from.retainedLimitBytes;
            receiveBufferBytes = from.receiveBufferBytes;
            maxDatagramsPerList = from.maxDatagramsPerList;
            idealSendBacklogBytes = from.idealSendBacklogBytes;
            callbacksPerTurn = from.callbacksPerTurn;
            irqlMode = from.irqlMode;
            irqlSeed = from.irqlSeed;
            strictIrpOnEnable = from.strictIrpOnEnable;
            gracefulDisconnect = from.gracefulDisconnect;
        }

        KernelOptions options() {
            return new KernelOptions(
                    acceptBacklog,
                    maxIndicationBytes,
                    releaseAsapBytes,
                    retainedLimitBytes,
                    receiveBufferBytes,
                    maxDatagramsPerList,
                    idealSendBacklogBytes,
                    callbacksPerTurn,
                    irqlMode,
                    irqlSeed,
                    strictIrpOnEnable,
                    gracefulDisconnect);
        }
    }
}
