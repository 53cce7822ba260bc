package org.wskscope.app.view.callbacks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** Makes the table's lines from the log, on demand; keeps only the few that were asked for last. Owned by one thread. */
final class RecordLines {
    private static final int KEPT = 512;
    /** How far behind a call its answer is looked for when a line shows the call's status. */
    private static final int ANSWER_WITHIN = 64;

    private final EventText words;
    private final IntFunction<String> socketNames;
    private final Map<Long, RecordLine> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RecordLine> eldest) {
            return size() > KEPT;
        }
    };

    RecordLines(Messages messages, IntFunction<String> socketNames) {
        this.words = new EventText(messages, socketNames);
        this.socketNames = socketNames;
    }

    /** The line of a record before {@code playhead}. */
    RecordLine line(TraceReader log, long sequence, long playhead) {
        RecordLine known = recent.get(sequence);
        if (known != null) {
            return known;
        }
        RecordLine line = read(log, sequence, playhead);
        if (isSettled(log, sequence, playhead)) {
            recent.put(sequence, line);
        }
        return line;
    }

    /** As {@link #line}, for one who reads every record once: keeps nothing. */
    RecordLine read(TraceReader log, long sequence, long playhead) {
        TraceRecord record = log.read(sequence);
        EventText.Wording wording = record.accept(words);
        return line(record.head(), wording, status(log, sequence, playhead, wording));
    }

    /** The status the line shows: a call has that of its answer. */
    static String status(TraceReader log, long sequence, long playhead, EventText.Wording wording) {
        long answer = answerTo(log, sequence, playhead);
        return answer < 0 ? wording.status() : statusOf(log, answer);
    }

    /** What happened, on which socket and with what. The socket's name is a question mark and its number where it is not made yet. */
    static String sentence(Messages messages, ScopeSnapshot snapshot, long sequence) {
        IntFunction<String> names = id -> {
            SocketRow row = snapshot.socket(new SocketId(id));
            return row == null ? "?" + id : row.name();
        };
        RecordLine line = new RecordLines(messages, names).read(snapshot.log(), sequence, sequence + 1);
        return Stream.of(line.event(), line.socket(), line.detail())
                .filter(part -> !part.isBlank() && !part.equals(RecordLine.NOTHING))
                .collect(Collectors.joining(" \u00b7 "));
    }

    static String time(long nanos) {
        return TimeText.millis(nanos);
    }

    static String cpu(int processor) {
        return processor == RecordHead.NO_PROCESSOR ? RecordLine.NOTHING : Integer.toString(processor);
    }

    static String irql(Irql irql) {
        return irql.name().replace("_LEVEL", "");
    }

    /** False while a record behind {@code playhead} may change the line: a call is shown with its answer. */
    static boolean isSettled(TraceReader log, long sequence, long playhead) {
        return sequence + ANSWER_WITHIN <= playhead
                || log.kind(sequence) != RecordKind.FUNCTION_CALLED
                || answerTo(log, sequence, playhead) >= 0;
    }

    void forget() {
        recent.clear();
    }

    private RecordLine line(RecordHead head, EventText.Wording wording, String status) {
        String socket = head.socket().value() == 0
                ? RecordLine.NOTHING
                : socketNames.apply(head.socket().value());
        Hue statusHue = EventText.statusHue(status);
        return new RecordLine(
                head.sequence(),
                time(head.timeNanos()),
                cpu(head.processor()),
                irql(head.irql()),
                socket,
                wording.event(),
                wording.detail(),
                status,
                wording.hue(),
                statusHue);
    }

    /** The record that answers a function call, where it follows soon; −1 otherwise. */
    private static long answerTo(TraceReader log, long sequence, long playhead) {
        if (log.kind(sequence) != RecordKind.FUNCTION_CALLED) {
            return -1;
        }
        long end = Math.min(playhead, sequence + ANSWER_WITHIN);
        RecordCursor cursor = log.cursor();
        for (long next = sequence + 1; next < end; next++) {
            if (log.kind(next) == RecordKind.FUNCTION_RETURNED
                    && cursor.moveTo(next).called() == sequence) {
                return next;
            }
        }
        return -1;
    }

    private static String statusOf(TraceReader log, long answer) {
        return log.cursor().moveTo(answer).status().name();
    }
}
