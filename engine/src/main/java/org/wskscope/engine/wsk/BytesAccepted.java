package org.wskscope.engine.wsk;

/** The in/out {@code BytesAccepted} of {@code WskReceiveEvent}: holds {@code BytesIndicated} on entry; read by WSK when the callback returns SUCCESS (C-43). */
public final class BytesAccepted {
    private long value;

    public BytesAccepted(long bytesIndicated) {
        this.value = bytesIndicated;
    }

    public long get() {
        return value;
    }

    public void set(long bytes) {
        value = bytes;
    }
}
