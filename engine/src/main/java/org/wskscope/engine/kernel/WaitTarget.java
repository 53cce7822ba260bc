package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** What a client's thread waits for, and what has to happen for that. */
interface WaitTarget {
    WaitFor kind();

    /** The IRP waited for, else 0. */
    default int irp() {
        return 0;
    }

    /** What has to happen first, as far as it is known when the wait begins. Takes sockets' locks, one at a time. */
    default Hindrance hindrance() {
        return Hindrance.NONE;
    }

    /** As explanations call it. */
    String name(Kernel kernel);

    /** Has {@code toNotify} run when it is there. False when that is so already; then it is never run. Any thread. */
    boolean report(Runnable toNotify);

    /** Takes back what {@link #report} was given. */
    void forget(Runnable toNotify);

    /** Callbacks in progress that must return first. Takes sockets' locks, one at a time. */
    default List<CallContext.CallInProgress> neededReturns() {
        return List.of();
    }

    /** The socket whose processor has to work for it; null when none has. */
    default @Nullable SocketCore neededProcessor() {
        return null;
    }

    /** The callbacks of a socket that have not returned; several with {@code parallelDatagram} (C-15). Any thread, without the lock. */
    static List<CallContext.CallInProgress> inProgress(SocketCore core) {
        List<CallContext.CallInProgress> calls = new ArrayList<>(1);
        for (CallbackPump pump : pumps(core)) {
            CallContext.CallInProgress call = pump.callInProgress();
            if (call != null) {
                calls.add(call);
            }
        }
        return calls;
    }

    private static List<CallbackPump> pumps(SocketCore core) {
        return core instanceof DatagramSocketCore datagrams ? datagrams.pumps() : List.of(core.pump);
    }

    /** The abbreviations of the trace notation. */
    static String name(WskCallback callback) {
        return switch (callback) {
            case ACCEPT -> "ACC";
            case INSPECT -> "INS";
            case ABORT -> "ABT";
            case RECEIVE -> "RCV";
            case RECEIVE_FROM -> "RFR";
            case DISCONNECT -> "DSC";
            case SEND_BACKLOG -> "BKL";
            case CLIENT -> "CLI";
            case EXTENSION -> "EXT";
        };
    }

    /** The end of a request. */
    record OfIrp(Irp waitedFor, int number, @Nullable SocketCore core, boolean needsReturns) implements WaitTarget {
        static OfIrp of(Irp irp) {
            Request request = irp.driverContext() instanceof Request pending ? pending : null;
            SocketCore core = request == null ? null : request.core;
            // A close or a disable ends when callbacks have returned (API-CLO-02, CTL-ECB-09).
            boolean needsReturns = request != null
                    && (request.function == WskFunction.WSK_CLOSE_SOCKET
                            || request.function == WskFunction.WSK_CONTROL_SOCKET
                                    && request.code == ControlCode.SO_WSK_EVENT_CALLBACK);
            return new OfIrp(irp, irp.number(), core, needsReturns);
        }

        @Override
        public WaitFor kind() {
            return WaitFor.IRP;
        }

        @Override
        public int irp() {
            return number;
        }

        @Override
        public String name(Kernel kernel) {
            return "I" + number;
        }

        @Override
        public boolean report(Runnable toNotify) {
            return waitedFor.notifyWhenFinished(toNotify);
        }

        @Override
        public void forget(Runnable toNotify) {
            waitedFor.forget(toNotify);
        }

        @Override
        public List<CallContext.CallInProgress> neededReturns() {
            return core == null || !needsReturns ? List.of() : inProgress(core.role());
        }

        @Override
        public @Nullable SocketCore neededProcessor() {
            return core;
        }
    }

    /** The return of a callback. */
    record OfReturn(SocketCore core, WskCallback callback) implements WaitTarget {
        @Override
        public WaitFor kind() {
            return WaitFor.CALLBACK_RETURN;
        }

        @Override
        public String name(Kernel kernel) {
            return "the return of " + WaitTarget.name(callback) + "(" + kernel.socketName(core.id) + ")";
        }

        @Override
        public boolean report(Runnable toNotify) {
            for (CallbackPump pump : pumps(core)) {
                if (pump.notifyWhenReturned(callback, new LookAgain(this, toNotify))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void forget(Runnable toNotify) {
            pumps(core).forEach(pump -> pump.forget(new LookAgain(this, toNotify)));
        }

        /** No such call is in progress. */
        boolean isThere() {
            synchronized (core.lock) {
                return pumps(core).stream().noneMatch(pump -> pump.isInFlight(callback));
            }
        }

        @Override
        public List<CallContext.CallInProgress> neededReturns() {
            return inProgress(core);
        }

        @Override
        public SocketCore neededProcessor() {
            return core;
        }

        /** One call returned; another may be in progress beside it. */
        private record LookAgain(OfReturn target, Runnable toNotify) implements Runnable {
            @Override
            public void run() {
                if (!target.report(toNotify)) {
                    toNotify.run();
                }
            }
        }
    }
}
