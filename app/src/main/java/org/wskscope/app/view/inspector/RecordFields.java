package org.wskscope.app.view.inspector;

import java.lang.reflect.RecordComponent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Lists what any record holds, in words and with units; what names something else is a link to it. Pure. */
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
            fields.add(event(words.text("inspector.cause"), head.cause(), words));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (!component.getType().equals(RecordHead.class)) {
                field(record, component.getName(), value(record, component), words)
                        .ifPresent(fields::add);
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

    /** Empty for what is not there: no IRP, no callback around it. */
    private static Optional<Argument> field(TraceRecord record, String name, Object value, InspectorWords words) {
        String title = words.text("record.has." + name);
        if (value instanceof Hindrance hindrance) {
            return hindrance.record() < 0 ? Optional.empty() : Optional.of(event(title, hindrance.record(), words));
        }
        if (value instanceof Number number) {
            return number(record, name, title, number.longValue(), words);
        } else if (value instanceof SocketId socket) {
            return socket.value() == 0
                    ? Optional.empty()
                    : Optional.of(Argument.link(title, words.socketName(socket), new Selected.SocketSelected(socket)));
        } else if (value instanceof NtStatus status) {
            return Optional.of(
                    new Argument(title, status.name() + " " + status.hex(), InspectorWords.statusHue(status)));
        } else if (value instanceof String text) {
            String shown = record instanceof TraceRecord.CommandSettled ? words.commandSentence(text) : text;
            return shown.isEmpty() ? Optional.empty() : Optional.of(Argument.of(title, shown));
        }
        return Optional.of(Argument.of(title, shown(value, words)));
    }

    private static Optional<Argument> number(
            TraceRecord record, String name, String title, long number, InspectorWords words) {
        return switch (name) {
            case "irp" ->
                number == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Argument(title, words.text("inspector.irp", Long.toString(number)), Hue.ACCENT));
            case "entered", "within", "began", "about", "called" ->
                number < 0 ? Optional.empty() : Optional.of(event(title, number, words));
            case "bytes", "retained" -> Optional.of(Argument.of(title, words.bytes(number)));
            case "queued" ->
                Optional.of(Argument.of(
                        title, record instanceof TraceRecord.GateChanged ? words.bytes(number) : words.number(number)));
            case "version" ->
                Optional.of(Argument.of(title, String.format(Locale.ROOT, "%d.%d", number >> 8, number & 0xFF)));
            case "addressFamily" -> Optional.of(Argument.of(title, words.text("family." + number)));
            case "inspection" ->
                Optional.of(Argument.of(title, words.text("inspector.inspection", Long.toString(number))));
            case "owner", "command" -> Optional.of(Argument.of(title, Long.toString(number)));
            default -> Optional.of(Argument.of(title, words.number(number)));
        };
    }

    private static Argument event(String title, long sequence, InspectorWords words) {
        return Argument.link(
                title, words.text("inspector.event", Long.toString(sequence)), new Selected.RecordSelected(sequence));
    }

    private static String shown(Object value, InspectorWords words) {
        if (value instanceof EventMask mask) {
            return mask.hex() + " " + mask.shortNames();
        } else if (value instanceof InetSocketAddress address) {
            return InspectorWords.address(address);
        } else if (value instanceof byte[] bytes) {
            return preview(bytes, words);
        } else if (value instanceof Boolean yes) {
            return words.text(yes ? "record.has.yes" : "record.has.no");
        } else if (value instanceof WskCallback callback) {
            return callback.functionName();
        } else if (value instanceof WskFunction function) {
            return function.functionName();
        } else if (value instanceof WskEvent event) {
            return event.name();
        } else if (value instanceof Violation violation) {
            return violation.code();
        }
        return enumeration(value, words);
    }

    private static String enumeration(Object value, InspectorWords words) {
        if (value instanceof BufferReason) {
            return words.text("record.reason." + value);
        } else if (value instanceof EnableOrigin) {
            return words.text("record.origin." + value);
        } else if (value instanceof DisableReason) {
            return words.text("record.disabledBy." + value);
        } else if (value instanceof SealReason) {
            return words.text("record.seal." + value);
        } else if (value instanceof InspectionOutcome) {
            return words.text("record.inspection." + value);
        } else if (value instanceof AcceptRoute) {
            return words.text("record.route." + value);
        } else if (value instanceof WaitFor) {
            return words.text("inspector.waitFor." + value);
        }
        return String.valueOf(value);
    }

    /** As text where it is text, and as bytes in any case. */
    private static String preview(byte[] bytes, InspectorWords words) {
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes);
        for (byte each : bytes) {
            if (each < ' ' || each > '~') {
                return hex;
            }
        }
        return bytes.length == 0
                ? words.text("inspector.none")
                : words.text("inspector.preview", new String(bytes, StandardCharsets.US_ASCII), hex);
    }
}
