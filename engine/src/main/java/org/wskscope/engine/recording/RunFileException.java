package org.wskscope.engine.recording;

import java.io.IOException;

/** A file is not a run that can be shown, and why. The words are the reader's; {@link #getMessage} is for the log of the program. */
public final class RunFileException extends IOException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        /** It does not begin as a run does. */
        FOREIGN,
        /** A later version of the program wrote it, in a format this one does not know. */
        NEWER,
        /** Not one record of it can be shown. */
        NOTHING_LEFT,
        /** There is not enough memory for it. */
        TOO_LARGE,
        /** Somebody asked to end. */
        CANCELLED
    }

    private final Reason reason;

    RunFileException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
