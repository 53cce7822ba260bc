package org.wskscope.engine.recording;

import java.io.IOException;

/** How one record is written for other programs. Belongs to one log and one thread. */
@FunctionalInterface
public interface RecordForm {
    /** Appends the record at {@code sequence} with its line's end. */
    void append(long sequence, Appendable target) throws IOException;
}
