package org.wskscope.engine.session;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.WskCallback;

/** When a scripted callback returns: at once, after its work time, or when somebody says so. Never occupies a processor meanwhile. */
final class CallScript {
    private final Transport transport;

    CallScript(Transport transport) {
        this.transport = transport;
    }

    /** To be called inside the callback; what it gives is what the callback method returns. */
    NtStatus run(ScriptedSocket socket, WskCallback callback, HeldCall.Ending ending) {
        CallbackBehaviour behaviour = socket.take(callback);
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
