package org.wskscope.engine.session;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.WskCallback;

/** When a scripted callback returns: at once, after its work time, or when somebody says so. Never occupies a processor meanwhile. */
final class CallScript {
    private final Transport transport;
    private final CallbackSteps acts;

    CallScript(Transport transport, CallbackSteps acts) {
        this.transport = transport;
        this.acts = acts;
    }

    /** As {@link CallbackSteps#perform}. */
    void perform(CallbackStep act, ScriptedSocket socket, @Nullable ClientList list, Runnable outputs) {
        acts.perform(act, socket, list, outputs);
    }

    /** To be called inside the callback: gives {@code performer} each of its acts; what it returns is what the callback method returns. */
    NtStatus run(
            ScriptedSocket socket, WskCallback callback, Consumer<CallbackStep> performer, HeldCall.Ending ending) {
        CallbackBehaviour behaviour = socket.take(callback);
        behaviour.acts().forEach(performer);
        boolean returnsAtOnce = !behaviour.hold() && behaviour.workNanos() <= 0;
        HeldCall call = returnsAtOnce || socket.handle() == null ? null : socket.defer(callback, ending);
        if (call == null) {
            return ending.end(behaviour.status(), behaviour.bytesAccepted());
        }
        if (!behaviour.hold()) {
            transport
                    .processor(Math.max(0, transport.currentProcessor()))
                    .schedule(
                            () -> socket.returnHeld(call.entered(), behaviour.status(), behaviour.bytesAccepted()),
                            behaviour.workNanos());
        }
        return behaviour.status();
    }
}
