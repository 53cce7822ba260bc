package org.wskscope.app.view.callbacks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Makes the table's lines from the log, on demand; keeps only the few that were asked for last. FX thread. */
final class RecordLines {
    private static final int KEPT = 512;
    /** How far behind a call its answer is looked for when a line shows the call's status. */
    private static final int ANSWER_WITHIN = 64;

    private final RecordWords words;
    private final IntFunction<String> socketNames;
    private final Map<Long, RecordLine> recent = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, RecordLine> eldest) {
            return size() > KEPT;
        }
    };

    RecordLines(Messages messages, IntFunction<String> socketNames) {
        this.words = new RecordWords(messages, socketNames);
        this.socketNames = socketNames;
    }

    /** The line of a record before {@code playhead}. */
    RecordLine line(TraceReader log, long sequence, long playhead) {
        RecordLine known = recent.get(sequence);
        if (known != null) {
            return known;
        }
        TraceRecord record = log.read(sequence);
        RecordWords.Wording wording = record.accept(words);
        String answer = answerOf(log, record, playhead);
        String status = answer.isEmpty() ? wording.status() : answer;
        RecordLine line = line(record.head(), wording, status);
        if (!isOpenCall(record, answer)) {
            recent.put(sequence, line);
        }
        return line;
    }

    void forget() {
        recent.clear();
    }

    private RecordLine line(RecordHead head, RecordWords.Wording wording, String status) {
        boolean onProcessor = head.processor() != RecordHead.NO_PROCESSOR;
        String irql = head.irql().name().replace("_LEVEL", "");
        String socket = head.socket().value() == 0
                ? RecordLine.NOTHING
                : socketNames.apply(head.socket().value());
        Hue statusHue = RecordWords.statusHue(status);
        return new RecordLine(
                head.sequence(),
                TimeText.millis(head.timeNanos()),
                onProcessor ? Integer.toString(head.processor()) : RecordLine.NOTHING,
                irql,
                socket,
                wording.event(),
                wording.detail(),
                status,
                wording.hue(),
                statusHue);
    }

    /** The status a function call was answered with, where the answer follows soon; empty otherwise. */
    private static String answerOf(TraceReader log, TraceRecord record, long playhead) {
        if (!(record instanceof TraceRecord.FunctionCalled)) {
            return "";
        }
        long sequence = record.head().sequence();
        long end = Math.min(playhead, sequence + ANSWER_WITHIN);
        for (long next = sequence + 1; next < end; next++) {
            if (log.kind(next) == RecordKind.FUNCTION_RETURNED
                    && log.read(next) instanceof TraceRecord.FunctionReturned answer
                    && answer.called() == sequence) {
                return answer.status().name();
            }
        }
        return "";
    }

    private static boolean isOpenCall(TraceRecord record, String answer) {
        return record instanceof TraceRecord.FunctionCalled && answer.isEmpty();
    }
}
