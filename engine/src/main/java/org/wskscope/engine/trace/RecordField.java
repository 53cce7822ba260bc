package org.wskscope.engine.trace;

import java.lang.reflect.RecordComponent;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** One field of one kind of record: its name, what it means, what it counts and where it lies. Immutable; any thread. */
public final class RecordField {
    private final String name;
    private final Class<?> valueClass;
    private final FieldType type;
    private final FieldUnit unit;
    private final Word word;
    private final Object @Nullable [] constants;
    private final boolean orNone;

    RecordField(RecordComponent component, Place place) {
        name = component.getName();
        valueClass = component.getType();
        type = place.type() == null ? FieldType.of(valueClass) : place.type();
        unit = place.unit();
        word = place.word();
        constants = valueClass.getEnumConstants();
        orNone = place.orNone();
    }

    /** As the component of the {@link TraceRecord} is called: {@code bytesAccepted}. */
    public String name() {
        return name;
    }

    public FieldType type() {
        return type;
    }

    public FieldUnit unit() {
        return unit;
    }

    /** The class of its values; {@code int}, {@code long} or {@code boolean} where they are boxed. */
    public Class<?> valueClass() {
        return valueClass;
    }

    /** Where it lies; {@link Word#SEVERAL} when that is more than one place. */
    Word word() {
        return word;
    }

    /** The field of the record on which {@code at} stands, which must be of this field's kind; null when it is not there. Allocates. */
    public @Nullable Object value(RecordCursor at) {
        return switch (type) {
            case ADDRESS -> at.address();
            case PREVIEW -> at.preview();
            case HINDRANCE -> at.hindrance();
            default -> ofNumber(word.in(at), at);
        };
    }

    /**
     * The value in characters of every language: digits, names of constants and functions, {@code 127.0.0.1:80}, bytes in hexadecimal digits; empty for what is not there, a record or an IRP that is none too.
     */
    public String text(RecordCursor at) {
        Object value = value(at);
        if (value == null || isNone(value)) {
            return "";
        } else if (value instanceof NtStatus status) {
            return status.name();
        } else if (value instanceof SocketId socket) {
            return Integer.toString(socket.value());
        } else if (value instanceof EventMask mask) {
            return mask.hex();
        } else if (value instanceof InetSocketAddress address) {
            return text(address);
        } else if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        } else if (value instanceof Hindrance hindrance) {
            return hindrance.kind().name();
        } else if (value instanceof WskFunction function) {
            return function.functionName();
        } else if (value instanceof WskCallback callback) {
            return callback.functionName();
        }
        return value.toString();
    }

    @Override
    public String toString() {
        return name + " (" + type + (unit == FieldUnit.NONE ? ")" : ", " + unit + ")");
    }

    private @Nullable Object ofNumber(long number, RecordCursor at) {
        if (constants != null) {
            if (orNone) {
                return number == 0 ? null : constants[(int) number - 1];
            }
            return constants[(int) number];
        }
        return switch (type) {
            case TEXT -> at.textAt((int) number);
            case STATUS -> NtStatus.of((int) number);
            case SOCKET -> new SocketId((int) number);
            case EVENT_MASK -> new EventMask((int) number);
            case YES_OR_NO -> number != 0;
            default -> valueClass == int.class ? (Object) (int) number : (Object) number;
        };
    }

    private boolean isNone(Object value) {
        return switch (type) {
            case RECORD -> ((Number) value).longValue() < 0;
            case IRP -> ((Number) value).longValue() == 0;
            case SOCKET -> ((SocketId) value).value() == 0;
            case HINDRANCE -> !((Hindrance) value).isKnown();
            default -> false;
        };
    }

    private static String text(InetSocketAddress address) {
        String host = RecordEncoding.resolved(address).getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
