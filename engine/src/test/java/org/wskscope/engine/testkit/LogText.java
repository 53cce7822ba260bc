package org.wskscope.engine.testkit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/**
 * Everything a log says, a line a record: time in microseconds, processor, level, socket, kind, fields, cause. Records that name others say how many records before, so
 * that one more record changes one line and not all that follow.
 */
public final class LogText {
    private static final Set<String> NAME_A_RECORD = Set.of("entered", "called", "about", "began", "within");

    private LogText() {}

    public static List<String> of(TraceReader log) {
        return TraceAssert.records(log).stream().map(LogText::line).toList();
    }

    private static String line(TraceRecord record) {
        RecordHead head = record.head();
        List<String> words = new ArrayList<>();
        words.add(String.format(Locale.ROOT, "%d.%03d", head.timeNanos() / 1_000, head.timeNanos() % 1_000));
        words.add("P" + head.processor());
        words.add(head.irql().toString());
        words.add(socketName(head.socket()));
        words.add(record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value != null && !component.getName().equals("head") && isKnown(value)) {
                words.add(component.getName() + "=" + text(head, component, value));
            }
        }
        if (head.cause() != RecordHead.NO_CAUSE) {
            words.add("<- " + before(head, head.cause()));
        }
        return String.join(" ", words);
    }

    private static @Nullable Object value(TraceRecord record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError("records of the log are public", impossible);
        }
    }

    private static String text(RecordHead head, RecordComponent component, Object value) {
        if (NAME_A_RECORD.contains(component.getName())) {
            return before(head, (Long) value);
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof SocketId socket) {
            return socketName(socket);
        }
        if (value instanceof Hindrance by) {
            String what = by.kind() + (by.socket() == 0 ? "" : " S" + by.socket());
            return what + " " + before(head, by.record()) + (by.others() == 0 ? "" : " +" + by.others());
        }
        return value instanceof EventMask mask ? mask.hex() : value.toString();
    }

    private static boolean isKnown(Object value) {
        return !(value instanceof Hindrance by) || by.isKnown();
    }

    private static String socketName(SocketId socket) {
        return socket.equals(RecordHead.NO_SOCKET) ? "-" : "S" + socket.value();
    }

    private static String before(RecordHead head, long sequence) {
        return sequence < 0 ? "none" : "-" + (head.sequence() - sequence);
    }
}
