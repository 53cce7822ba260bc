package org.wskscope.engine.trace;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/**
 * What a record of one kind is made of: the one description of its fields' names, types, units and places, by which decoder, filter, inspector and exports go. Immutable; any thread; made when a kind is first
 * asked for.
 */
public final class RecordSchema {
    private static final AtomicReferenceArray<@Nullable RecordSchema> KNOWN =
            new AtomicReferenceArray<>(RecordKind.values().length);

    private final RecordKind kind;
    private final Class<? extends TraceRecord> recordClass;
    private final List<RecordField> fields;
    private final Constructor<? extends TraceRecord> constructor;

    RecordSchema(RecordKind kind, Class<? extends TraceRecord> recordClass, Place... places) {
        this.kind = kind;
        this.recordClass = recordClass;
        RecordComponent[] components = recordClass.getRecordComponents();
        if (places.length != components.length - 1) {
            throw new IllegalStateException("not every field of " + recordClass + " has a place");
        }
        List<RecordField> found = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            found.add(new RecordField(components[i + 1], places[i]));
        }
        fields = List.copyOf(found);
        constructor = constructor(recordClass, components);
    }

    /** What records of the kind are made of; there is none of {@link RecordKind#NONE}. */
    public static RecordSchema of(RecordKind kind) {
        RecordSchema known = KNOWN.get(kind.ordinal());
        if (known == null) {
            known = RecordTable.of(kind);
            KNOWN.set(kind.ordinal(), known);
        }
        return known;
    }

    /** Of every kind there is, in the order of their numbers. */
    public static List<RecordSchema> all() {
        return Arrays.stream(RecordKind.values())
                .filter(kind -> kind != RecordKind.NONE)
                .map(RecordSchema::of)
                .toList();
    }

    public RecordKind kind() {
        return kind;
    }

    /** For example {@code SocketAccepted}. */
    public String name() {
        return recordClass.getSimpleName();
    }

    /** Its fields without what every record has, in the order in which the record lists them. */
    public List<RecordField> fields() {
        return fields;
    }

    /** The field of that name, if this kind has it. */
    public Optional<RecordField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The record on which {@code at} stands, which must be of this kind. */
    TraceRecord decode(RecordCursor at) {
        Object[] values = new Object[fields.size() + 1];
        values[0] = new RecordHead(
                at.sequence(), at.timeNanos(), at.processor(), at.irql(), new SocketId(at.socket()), at.cause());
        for (int i = 1; i < values.length; i++) {
            values[i] = fields.get(i - 1).value(at);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("record " + at.sequence() + " is no " + name(), e);
        }
    }

    private static Constructor<? extends TraceRecord> constructor(
            Class<? extends TraceRecord> type, RecordComponent[] components) {
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be made of its components", e);
        }
    }
}
