package org.wskscope.engine.kernel;

import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;

/** Whether a send that could be taken at once is (C-45). Guarded by the socket's lock. */
final class InlineSends {
    private final ConnectionSocketCore core;
    private final SendCompletion when;
    private final ChoiceStream chance;

    InlineSends(ConnectionSocketCore core) {
        this.core = core;
        when = core.kernel.options.sendCompletion();
        chance = new ChoiceStream(
                core.kernel.options.choices(ChoicePoint.SEND_INLINE), ChoicePoint.SEND_INLINE, core.id);
    }

    /**
     * @param outstanding bytes the transport holds
     * @param length bytes of the new send
     * @param isNext nothing waits before it
     */
    boolean isNow(long outstanding, long length, boolean isNext) {
        boolean fits = isNext && outstanding + length <= SendEngine.AT_TRANSPORT_BYTES;
        if (when == SendCompletion.PENDING || !fits || !core.kernel.mayCompleteInline()) {
            return false;
        }
        return switch (when) {
            case PENDING -> false;
            case IDEAL -> outstanding + length <= core.callbacks.idealSendBacklog();
            case INLINE -> true;
            case CHANCE -> chance.isOther();
        };
    }
}
