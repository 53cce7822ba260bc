package org.wskscope.app.view.inspector;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.FieldType;
import org.wskscope.engine.trace.FieldUnit;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordField;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.RecordSchema;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Lists what any record holds as its schema says, in words and with units; what names something else is a link to it. Pure. */
final class RecordFields {
    /** Constants that are no names of C: how the keys of their words begin. */
    private static final Map<Class<?>, String> WORDED = Map.of(
            BufferReason.class, "record.reason.",
            EnableOrigin.class, "record.origin.",
            DisableReason.class, "record.disabledBy.",
            SealReason.class, "record.seal.",
            InspectionOutcome.class, "record.inspection.",
            AcceptRoute.class, "record.route.",
            WaitFor.class, "inspector.waitFor.",
            PeerChange.class, "record.peer.",
            ChoicePoint.class, "record.choice.",
            BehaviourOrigin.class, "record.behaviour.");

    private RecordFields() {}

    static List<Argument> of(TraceReader log, long sequence, InspectorText words) {
        RecordCursor at = log.cursor().moveTo(sequence);
        List<Argument> fields = new ArrayList<>();
        fields.add(Argument.of(words.text("inspector.time"), InspectorText.time(at.timeNanos())));
        if (at.processor() != RecordHead.NO_PROCESSOR) {
            fields.add(Argument.of(words.text("inspector.cpu"), Integer.toString(at.processor())));
        }
        fields.add(Argument.of(words.text("inspector.irql"), at.irql().name()));
        if (at.cause() != RecordHead.NO_CAUSE) {
            fields.add(event(words.text("inspector.cause"), at.cause(), words));
        }
        for (RecordField field : RecordSchema.of(at.kind()).fields()) {
            Object value = field.value(at);
            if (value != null && !field.text(at).isEmpty() && !isUnnamed(value)) {
                fields.add(argument(at.kind(), field, value, words));
            }
        }
        return fields;
    }

    /** Something has to end of which no record tells. */
    private static boolean isUnnamed(Object value) {
        return value instanceof Hindrance hindrance && hindrance.record() < 0;
    }

    private static Argument argument(RecordKind kind, RecordField field, Object value, InspectorText words) {
        boolean copied = kind == RecordKind.BEHAVIOUR_SET && field.type() == FieldType.SOCKET;
        String title = words.text("record.has." + (copied ? "copiedFrom" : field.name()));
        return switch (field.type()) {
            case RECORD -> event(title, ((Number) value).longValue(), words);
            case HINDRANCE -> event(title, ((Hindrance) value).record(), words);
            case IRP -> new Argument(title, words.text("inspector.irp", value.toString()), Hue.ACCENT);
            case SOCKET ->
                Argument.link(title, words.socketName((SocketId) value), new Selected.SocketSelected((SocketId) value));
            case STATUS -> {
                NtStatus status = (NtStatus) value;
                yield new Argument(title, status.name() + " " + status.hex(), InspectorText.statusHue(status));
            }
            case TEXT ->
                Argument.of(
                        title,
                        kind == RecordKind.COMMAND_SETTLED ? words.commandSentence((String) value) : (String) value);
            default -> Argument.of(title, shown(field, value, words));
        };
    }

    private static String shown(RecordField field, Object value, InspectorText words) {
        return switch (field.type()) {
            case NUMBER, FLAGS -> amount(field.unit(), ((Number) value).longValue(), words);
            case INSPECTION -> words.text("inspector.inspection", value.toString());
            case VERSION -> {
                int version = ((Number) value).intValue();
                yield String.format(Locale.ROOT, "%d.%d", version >> 8, version & 0xFF);
            }
            case ADDRESS_FAMILY -> words.text("family." + value);
            case YES_OR_NO -> words.text((Boolean) value ? "record.has.yes" : "record.has.no");
            case EVENT_MASK -> ((EventMask) value).hex() + " " + ((EventMask) value).shortNames();
            case ADDRESS -> InspectorText.address((InetSocketAddress) value);
            case PREVIEW -> preview((byte[]) value, words);
            case CONSTANT -> constant(value, words);
            default -> value.toString();
        };
    }

    private static String amount(FieldUnit unit, long number, InspectorText words) {
        return unit == FieldUnit.BYTES ? words.bytes(number) : words.number(number);
    }

    private static Argument event(String title, long sequence, InspectorText words) {
        return Argument.link(
                title, words.text("inspector.event", Long.toString(sequence)), new Selected.RecordSelected(sequence));
    }

    private static String constant(Object value, InspectorText words) {
        if (value instanceof WskCallback callback) {
            return callback.functionName();
        } else if (value instanceof WskFunction function) {
            return function.functionName();
        } else if (value instanceof Violation violation) {
            return violation.code();
        }
        String family = WORDED.get(value.getClass());
        return family == null ? value.toString() : words.text(family + value);
    }

    /** As text where it is text, and as bytes in any case. */
    private static String preview(byte[] bytes, InspectorText words) {
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
