package org.wskscope.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;

/** One description of each kind of record, and everybody who reads records agrees with it. */
class RecordSchemaTest {
    /** Where a getter of the cursor is not called as the field is. */
    private static final Map<String, String> GETTERS = Map.ofEntries(
            Map.entry("name", "text"),
            Map.entry("message", "text"),
            Map.entry("choices", "text"),
            Map.entry("enabled", "enabledBits"),
            Map.entry("mask", "maskBits"),
            Map.entry("status", "statusCode"),
            Map.entry("remote", "address"),
            Map.entry("local", "address"),
            Map.entry("eager", "open"),
            Map.entry("on", "conditional"),
            Map.entry("what", "waitFor"),
            Map.entry("change", "peerChange"),
            Map.entry("bytesSent", "peerSent"),
            Map.entry("bytesReceived", "peerReceived"),
            Map.entry("messagesSent", "peerMessages"),
            Map.entry("point", "choicePoint"));

    /** Fields of the same name whose getters differ from kind to kind. */
    private static final Map<String, String> GETTERS_OF_KIND = Map.of(
            "IndicationBuffered.reason", "bufferReason",
            "BehaviourSet.origin", "behaviourOrigin",
            "BehaviourSet.callback", "notifiedCallback",
            "BehaviourSet.from", "copiedFrom");

    static List<RecordSchema> writable() {
        return RecordSchema.all().stream()
                .filter(schema -> schema.kind() != RecordKind.LOG_SEALED)
                .toList();
    }

    @Test
    void everyKindHasOneAndNoneHasNone() {
        assertThat(RecordSchema.all())
                .extracting(RecordSchema::kind)
                .containsExactlyElementsOf(Arrays.asList(RecordKind.values()).subList(1, RecordKind.values().length));
        assertThat(RecordSchema.all())
                .extracting(RecordSchema::name)
                .containsExactlyInAnyOrderElementsOf(
                        RandomRecords.kinds().stream().map(Class::getSimpleName).toList());
        assertThatThrownBy(() -> RecordSchema.of(RecordKind.NONE)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("writable")
    void aFieldIsWhatTheRecordSays(RecordSchema schema) throws ReflectiveOperationException {
        for (TraceRecord record : read(schema)) {
            RecordCursor at = cursor;
            at.moveTo(record.head().sequence());
            List<String> names = new ArrayList<>();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                if (component.getType() != RecordHead.class) {
                    RecordField field = schema.field(component.getName()).orElseThrow();
                    assertThat(field.value(at))
                            .as("%s.%s", schema.name(), field)
                            .isEqualTo(component.getAccessor().invoke(record));
                    assertThat(field.text(at)).isNotNull();
                    names.add(component.getName());
                }
            }
            assertThat(schema.fields()).extracting(RecordField::name).containsExactlyElementsOf(names);
        }
    }

    /** The getters that folds use without decoding: each reads the word the description names. */
    @Test
    void theCursorReadsTheSamePlaces() throws ReflectiveOperationException {
        Set<String> compared = new HashSet<>();
        for (RecordSchema schema : writable()) {
            for (TraceRecord record : read(schema)) {
                cursor.moveTo(record.head().sequence());
                for (RecordField field : schema.fields()) {
                    Method getter = getter(schema, field);
                    if (getter != null) {
                        assertThat(plain(getter.invoke(cursor)))
                                .as("%s.%s by %s", schema.name(), field, getter.getName())
                                .isEqualTo(plain(field.value(cursor)));
                        compared.add(getter.getName());
                    }
                }
            }
        }

        List<String> getters = Arrays.stream(RecordCursor.class.getMethods())
                .filter(method -> method.getDeclaringClass() == RecordCursor.class
                        || method.getDeclaringClass() == EnvironmentFields.class)
                .map(Method::getName)
                .filter(name -> !Set.of("moveTo", "status").contains(name))
                .distinct()
                .toList();
        assertThat(compared).hasSizeGreaterThan(35).containsExactlyInAnyOrderElementsOf(getters);
    }

    @Test
    void noTwoFieldsOfAKindLieInOnePlace() {
        assertThat(RecordSchema.all())
                .allSatisfy(schema -> assertThat(schema.fields().stream()
                                .map(RecordField::word)
                                .filter(word -> word != Word.SEVERAL)
                                .toList())
                        .as(schema.name())
                        .doesNotHaveDuplicates());
    }

    private RecordCursor cursor = new TraceLog(1).cursor();

    private List<TraceRecord> read(RecordSchema schema) {
        TraceLog log = new TraceLog(100);
        RandomRecords random = new RandomRecords(20261201);
        RecordWriter writer = new RecordWriter(log);
        Class<? extends TraceRecord> kind = RandomRecords.kinds().stream()
                .filter(each -> each.getSimpleName().equals(schema.name()))
                .findFirst()
                .orElseThrow();
        List<TraceRecord> records = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            writer.write(random.next(kind, i));
            records.add(log.read(i));
        }
        cursor = log.cursor();
        return records;
    }

    private static Method getter(RecordSchema schema, RecordField field) {
        String name = GETTERS_OF_KIND.getOrDefault(
                schema.name() + "." + field.name(), GETTERS.getOrDefault(field.name(), field.name()));
        return Arrays.stream(RecordCursor.class.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == 0)
                .findFirst()
                .orElse(null);
    }

    private static Object plain(Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        } else if (value instanceof SocketId socket) {
            return (long) socket.value();
        } else if (value instanceof EventMask mask) {
            return (long) mask.bits();
        } else if (value instanceof NtStatus status) {
            return (long) status.code();
        }
        return value;
    }
}
