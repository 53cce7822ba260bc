package org.wskscope.engine.session;

import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** A WSK function with all its arguments but the IRP. */
@FunctionalInterface
interface WskCall {
    NtStatus with(Irp irp);
}
