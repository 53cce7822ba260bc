package org.wskscope.engine.trace;

import java.util.List;

/**
 * The words of a log as they are, for whoever keeps a log as a file and brings it back. Six words a record (time, head, link, a, b, c); what they mean is {@link RecordKind}'s and
 * the format's document's affair. Any thread.
 */
public final class LogImage {
    /** Words a record has. */
    public static final int WORDS = RecordEncoding.RECORD_BYTES / Long.BYTES;

    /** Where the head of a record lies among its words. */
    public static final int HEAD = RecordEncoding.HEAD / Long.BYTES;

    /** The most texts a log keeps. */
    public static final int MOST_TEXTS = TextTable.MAX_TEXTS - TextTable.FIRST;

    private static final int KINDS = RecordKind.values().length;

    private LogImage() {}

    /** Every text the records of {@code log} name, in the order of their indexes. */
    public static List<String> texts(TraceLog log) {
        return log.texts.all();
    }

    /**
     * A log whose records are told to it by {@link Restoring}. It takes nothing else, and looks like one that was closed.
     *
     * @param records how many there will be, at least 1
     */
    public static Restoring restore(long records, LogMemory memory, List<String> texts) {
        return new Restoring(new TraceLog(records, memory), texts);
    }

    /** Fills one log, from its first record to its last. One thread. */
    public static final class Restoring {
        private final TraceLog log;

        private Restoring(TraceLog log, List<String> texts) {
            this.log = log;
            log.texts.restore(texts);
        }

        /**
         * Appends {@code count} records. What cannot be decoded, or tells of records that are not there, is not a record.
         *
         * @return how many of them make sense; the first that does not, and all behind it, are left out
         */
        public int append(long[] words, int count) {
            RecordCursor cursor = log.cursor();
            for (int record = 0; record < count; record++) {
                int from = record * WORDS;
                if (RecordEncoding.kind(words[from + HEAD]) >= KINDS || !log.records.restore(words, from)) {
                    return record;
                }
                long sequence = log.size() - 1;
                if (!isSound(cursor, sequence)) {
                    log.records.takeBack(sequence);
                    return record;
                }
            }
            return count;
        }

        private static boolean isSound(RecordCursor cursor, long sequence) {
            try {
                RecordSchema.of(cursor.moveTo(sequence).kind()).decode(cursor);
                return cursor.cause() >= RecordHead.NO_CAUSE;
            } catch (RuntimeException nonsense) {
                return false;
            }
        }

        /** The log; from now on nothing is appended any more. */
        public TraceLog finish() {
            log.records.finishRestoring();
            return log;
        }
    }
}
