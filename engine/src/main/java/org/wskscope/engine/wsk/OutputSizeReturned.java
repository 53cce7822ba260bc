package org.wskscope.engine.wsk;

/**
 * {@code OutputSizeReturned} of a control call: where WSK writes how many bytes the output has when the call has no IRP; with an IRP the size is in {@code
 * IoStatus.Information} and this stays untouched (CTL-OPT-04). Written before the call returns, on the caller's thread.
 */
public final class OutputSizeReturned {
    private volatile long bytes;

    /** Bytes of output, or bytes needed after STATUS_BUFFER_OVERFLOW; 0 before the call. */
    public long get() {
        return bytes;
    }

    public void set(long newBytes) {
        bytes = newBytes;
    }
}
