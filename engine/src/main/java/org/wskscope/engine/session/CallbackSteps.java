package org.wskscope.engine.session;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.WskSocket;

/** Does what a behaviour tells a callback to do, on the processor that runs the callback. */
final class CallbackSteps {
    private final IrpTable irps;

    CallbackSteps(IrpTable irps) {
        this.irps = irps;
    }

    /**
     * @param socket which socket the act is about
     * @param list what the callback was given, null when it was given none
     * @param outputs writes the out-parameters of an accept callback
     */
    void perform(CallbackStep act, ScriptedSocket socket, @Nullable ClientList list, Runnable outputs) {
        if (act instanceof CallbackStep.WriteOutputs) {
            outputs.run();
            return;
        }
        WskSocket handle = socket.handle();
        if (handle == null || !socket.gate().enter()) {
            return;
        }
        try {
            if (act instanceof CallbackStep.SetEvents events) {
                setEvents(handle, events);
            } else if (act instanceof CallbackStep.Release release && list != null) {
                list.release(handle, release.first(), release.last());
            }
        } finally {
            socket.gate().leave();
        }
    }

    private void setEvents(WskSocket handle, CallbackStep.SetEvents act) {
        ControlParameters parameters = ControlParameters.eventCallback(act.mask());
        if (!act.withIrp()) {
            handle.dispatch().controlSocket(parameters, null);
            return;
        }
        Irp irp = irps.create(completed -> {});
        handle.dispatch().controlSocket(parameters, irp);
        irps.track(irp);
    }
}
