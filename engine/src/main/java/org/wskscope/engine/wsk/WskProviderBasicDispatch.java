package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/**
 * {@code WSK_PROVIDER_BASIC_DISPATCH}: the two functions every category has (API-OBJ-03). All provider functions may be called on any thread at IRQL ≤
 * DISPATCH_LEVEL; each answers its status at once and completes its IRP exactly once (API-IRP-01). A required IRP that is null is answered with
 * STATUS_INVALID_PARAMETER (API-IRP-10).
 */
public interface WskProviderBasicDispatch {
    /** {@code WskControlSocket}: options and ioctls (section 4). */
    NtStatus controlSocket(ControlParameters parameters, @Nullable Irp irp);

    /** {@code WskCloseSocket}: never fails; the IRP completes last of all (section 2.7). */
    NtStatus closeSocket(@Nullable Irp irp);
}
