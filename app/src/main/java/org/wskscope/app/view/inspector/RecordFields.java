package org.wskscope.app.view.inspector;

import java.lang.reflect.RecordComponent;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/** Lists what any record holds, under the names its type gives. Pure. */
final class RecordFields {
    private RecordFields() {}

    static List<Argument> of(TraceRecord record, InspectorWords words) {
        List<Argument> fields = new ArrayList<>();
        RecordHead head = record.head();
        fields.add(Argument.of(words.text("inspector.time"), InspectorWords.time(head.timeNanos())));
        if (head.processor() != RecordHead.NO_PROCESSOR) {
            fields.add(Argument.of(words.text("inspector.cpu"), Integer.toString(head.processor())));
        }
        fields.add(Argument.of(words.text("inspector.irql"), head.irql().name()));
        if (head.cause() != RecordHead.NO_CAUSE) {
            fields.add(Argument.of(
                    words.text("inspector.cause"), words.text("inspector.event", Long.toString(head.cause()))));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getType().equals(RecordHead.class)) {
                Object value = value(record, component);
                boolean sentence = record instanceof TraceRecord.CommandSettled && value instanceof String;
                fields.add(Argument.of(
                        component.getName(),
                        sentence ? words.commandSentence(String.valueOf(value)) : shown(value, words)));
            }
        }
        return fields;
    }

    private static Object value(TraceRecord record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The record " + record + " does not show " + component.getName(), e);
        }
    }

    private static String shown(Object value, InspectorWords words) {
        if (value instanceof SocketId socket) {
            return words.socketName(socket);
        } else if (value instanceof EventMask mask) {
            return mask.hex() + " " + mask.shortNames();
        } else if (value instanceof NtStatus status) {
            return status.name() + " " + status.hex();
        } else if (value instanceof InetSocketAddress address) {
            return InspectorWords.address(address);
        } else if (value instanceof byte[] bytes) {
            return HexFormat.ofDelimiter(" ").formatHex(bytes);
        }
        return String.valueOf(value);
    }
}
