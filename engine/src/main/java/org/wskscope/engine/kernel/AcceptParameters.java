package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;

/** The out-parameters of one accept callback; what is written there is the accepted socket's from then on (EVT-ACC-09, -10). */
final class AcceptParameters implements AcceptSocketParameters {
    private final ConnectionSocketCore accepted;

    @GuardedBy("accepted.lock")
    private boolean written;

    AcceptParameters(ConnectionSocketCore accepted) {
        this.accepted = accepted;
    }

    @Override
    public void set(@Nullable Object acceptSocketContext, @Nullable WskClientConnectionDispatch acceptSocketDispatch) {
        synchronized (accepted.lock) {
            int before = accepted.maskBits();
            accepted.context = acceptSocketContext;
            accepted.setTable(acceptSocketDispatch);
            if (accepted.maskBits() != before && !accepted.isClosing()) {
                accepted.kernel.stamp(accepted.stamp, RecordHead.NO_CAUSE);
                accepted.gates.recordStatics(accepted);
            }
            written = true;
        }
    }

    boolean isWritten() {
        synchronized (accepted.lock) {
            return written;
        }
    }
}
