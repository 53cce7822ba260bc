package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_STREAM_DISPATCH}: all of a connection, plus listening; the first of listen and connect decides (API-SCK-04, -05). */
public interface WskProviderStreamDispatch extends WskProviderConnectionDispatch {
    NtStatus listen(int flags, @Nullable Irp irp);

    NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Irp irp);
}
