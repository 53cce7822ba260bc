package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientEvent;
import org.wskscope.engine.wsk.WskClientNpi;

/** One call of a client's {@code WskClientEvent} (EVT-CLI-01). No event is defined; tests and demonstrations make one up. On the calling thread, without a lock. */
record ClientEventCall(Kernel kernel, WskClientNpi npi) {
    private static final Logger LOG = LoggerFactory.getLogger(ClientEventCall.class);

    /** False when the client has no such callback. */
    boolean make(int eventType, @Nullable Object information, long length) {
        WskClientEvent event = npi.dispatch().clientEvent();
        if (event == null) {
            return false;
        }
        int none = RecordHead.NO_SOCKET.value();
        TraceStamp stamp = new TraceStamp();
        long entered = kernel.trace.callbackEntered(
                kernel.stamp(stamp, RecordHead.NO_CAUSE), none, WskCallback.CLIENT, 0, eventType, 0);
        CallContext here = kernel.callContext();
        Irql before = here.enterCallback(null, WskCallback.CLIENT, entered, kernel.currentLevel());
        NtStatus answer = CallbackPump.THREW;
        try {
            answer = event.clientEvent(npi.clientContext(), eventType, information, length);
        } catch (Throwable thrown) { // a client in another language may throw what it did not declare
            LOG.warn("WskClientEvent of {} threw; treated as an unknown return", npi.name(), thrown);
        } finally {
            here.leave(before);
        }
        kernel.trace.callbackReturned(kernel.stamp(stamp, entered), none, WskCallback.CLIENT, entered, answer, 0);
        if (!CallbackReturns.permits(WskCallback.CLIENT, answer)) {
            kernel.trace.violationFound(
                    kernel.stamp(stamp, entered), none, Violation.RETURN_OUTSIDE_PERMITTED_SET, entered);
        }
        return true;
    }
}
