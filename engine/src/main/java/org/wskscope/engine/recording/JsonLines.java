package org.wskscope.engine.recording;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordField;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordSchema;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** One JSON object a record and line, as {@code assets/schema/records.schema.json} says. Owned by one thread. */
public final class JsonLines implements RecordForm {
    private final RecordCursor at;
    private final StringBuilder line = new StringBuilder(256);

    public JsonLines(TraceReader log) {
        at = log.cursor();
    }

    @Override
    public void append(long sequence, Appendable target) throws IOException {
        at.moveTo(sequence);
        line.setLength(0);
        line.append("{\"sequence\":").append(sequence);
        name("timeNanos").append(at.timeNanos());
        quote(name("kind"), at.kind().name());
        if (at.processor() != RecordHead.NO_PROCESSOR) {
            name("processor").append(at.processor());
        }
        quote(name("irql"), at.irql().name());
        if (at.socket() != 0) {
            name("socket").append(at.socket());
        }
        if (at.cause() != RecordHead.NO_CAUSE) {
            name("cause").append(at.cause());
        }
        line.append(",\"fields\":{");
        int before = line.length();
        for (RecordField field : RecordSchema.of(at.kind()).fields()) {
            append(field, field.value(at));
        }
        if (line.length() > before) {
            line.deleteCharAt(before);
        }
        target.append(line.append("}}\n"));
    }

    private void append(RecordField field, @Nullable Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            name(field.name()).append(value);
        } else if (value instanceof SocketId socket) {
            name(field.name()).append(socket.value());
        } else {
            quote(name(field.name()), field.text(at));
        }
    }

    private StringBuilder name(String name) {
        return line.append(",\"").append(name).append("\":");
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
