package org.wskscope.engine.kernel;

import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocket;

/** {@link KernelCalls} of one kernel. Any thread. */
final class KernelThreadCalls implements KernelCalls {
    private final Kernel kernel;

    KernelThreadCalls(Kernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public Irql currentIrql() {
        return kernel.currentLevel();
    }

    @Override
    public Irql raiseIrql(Irql newIrql) {
        Irql before = kernel.currentLevel();
        if (newIrql.compareTo(before) < 0) {
            throw new IllegalArgumentException("the thread is at " + before + ", above " + newIrql);
        }
        kernel.callContext().raise(newIrql);
        return before;
    }

    @Override
    public void lowerIrql(Irql newIrql) {
        Irql before = kernel.currentLevel();
        CallContext here = kernel.callContext();
        here.raise(null);
        Irql lowest = kernel.currentLevel();
        if (newIrql.compareTo(before) > 0 || newIrql.compareTo(lowest) < 0) {
            here.raise(before);
            throw new IllegalArgumentException(
                    "the thread is at " + before + " and began at " + lowest + ": " + newIrql + " is not between");
        }
        if (newIrql != lowest) {
            here.raise(newIrql);
        }
    }

    @Override
    public NtStatus waitFor(Irp irp, long timeoutNanos) {
        if (irp.number() == 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return timeoutNanos == 0 ? look(irp.isFinished()) : waitFor(WaitTarget.OfIrp.of(irp), timeoutNanos);
    }

    @Override
    public NtStatus waitForReturn(WskSocket socket, WskCallback callback, long timeoutNanos) {
        SocketCore core = kernel.sockets.get(socket.id().value());
        if (core == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        WaitTarget.OfReturn target = new WaitTarget.OfReturn(core.role(), callback);
        return timeoutNanos == 0 ? look(target.isThere()) : waitFor(target, timeoutNanos);
    }

    private static NtStatus look(boolean there) {
        return there ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_TIMEOUT;
    }

    private NtStatus waitFor(WaitTarget target, long timeoutNanos) {
        if (timeoutNanos < 0) {
            throw new IllegalArgumentException("a timeout of " + timeoutNanos + " ns");
        }
        return kernel.waits.run(kernel.waits.begin(target), timeoutNanos);
    }
}
