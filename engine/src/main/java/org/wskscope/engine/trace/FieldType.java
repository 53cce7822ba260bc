package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/** What a field of a record means, and with that the class of its values. */
public enum FieldType {
    /** An amount, of the field's unit. */
    NUMBER,
    /** A number that is a name: of a processor, a command, a peer, a seed. */
    IDENTIFIER,
    /** The sequence of another record, −1 for none. */
    RECORD,
    /** A submission number, 0 for none. */
    IRP,
    /** The serial number of an inspect id, from 1. */
    INSPECTION,
    /** A WSK version: the major number in the high byte, the minor one in the low. */
    VERSION,
    /** A number of a family of addresses, as Windows counts them. */
    ADDRESS_FAMILY,
    /** Bits or a code, as the function or the callback defines them. */
    FLAGS,
    YES_OR_NO,
    TEXT,
    /** A constant of an enumeration. */
    CONSTANT,
    STATUS,
    /** A socket's id, 0 for none. */
    SOCKET,
    EVENT_MASK,
    ADDRESS,
    /** The first bytes of a payload. */
    PREVIEW,
    HINDRANCE;

    private static final Map<Class<?>, FieldType> OF_CLASS = Map.of(
            int.class, NUMBER,
            long.class, NUMBER,
            boolean.class, YES_OR_NO,
            String.class, TEXT,
            NtStatus.class, STATUS,
            SocketId.class, SOCKET,
            EventMask.class, EVENT_MASK,
            InetSocketAddress.class, ADDRESS,
            byte[].class, PREVIEW,
            Hindrance.class, HINDRANCE);

    static FieldType of(Class<?> component) {
        FieldType type = component.isEnum() ? CONSTANT : OF_CLASS.get(component);
        if (type == null) {
            throw new IllegalArgumentException("no field of a record is a " + component.getName());
        }
        return type;
    }
}
