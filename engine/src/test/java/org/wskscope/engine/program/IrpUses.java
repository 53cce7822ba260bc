package org.wskscope.engine.program;

import org.wskscope.engine.program.CallRules.IrpUse;

/** Which IRP goes with a call, by the word of its step. */
final class IrpUses {
    private IrpUses() {}

    static IrpUse of(ClientSocket socket, Step step) {
        if (step.is("with a pending IRP") && !socket.pending().isEmpty()) {
            return IrpUse.PENDING;
        }
        if (step.is("without IRP")) {
            return IrpUse.NONE;
        }
        boolean given = step.is("with IRP") || step.is("with a pending IRP");
        boolean inspectId = step.op() == Op.IOCTL && step.what().equals("INSPECT_ID");
        boolean normallyWithout = step.op() == Op.EVENTS || step.op() == Op.RELEASE || inspectId;
        return normallyWithout && !given ? IrpUse.NONE : IrpUse.FRESH;
    }
}
