package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;

/** Bytes of one request that were handed to the transport together, or its FIN. Used again and again; guarded by the socket's lock. */
final class SendPiece implements TransportCompletion {
    private final SendEngine engine;

    /** Null once the request has ended without waiting for the transport: its IRP may carry another call by now. */
    @Nullable
    Request request;

    long length;

    /** The end of the output, behind everything else. */
    boolean isFin;

    /** With these bytes the request is out; its end is the request's. */
    boolean isLast;

    SendPiece(SendEngine engine) {
        this.engine = engine;
    }

    /** The transport has them all, or says why not. On the socket's processor, without the lock. */
    @Override
    public void completed(NtStatus status) {
        engine.pieceEnded(this, status);
    }
}
