package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.WskFunction;

class RecordTitlesTest {
    /** These have a page of their own, whose title is their name in C. */
    private static final Set<Class<?>> NAMED_IN_C =
            Set.of(TraceRecord.FunctionCalled.class, TraceRecord.CallbackEntered.class, TraceRecord.IrpPended.class);

    @Test
    void everythingARecordHoldsHasAName() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(kinds(TraceRecord.class)
                        .flatMap(kind -> Arrays.stream(kind.getRecordComponents()))
                        .filter(component -> !component.getType().equals(RecordHead.class)))
                .hasSizeGreaterThan(60)
                .allSatisfy(component -> assertThat(messages.get("record.has." + component.getName()))
                        .isNotBlank());
    }

    @Test
    void everyRequestThatCanBePendingSaysWhatItWaitsFor() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(WskFunction.values())
                .allSatisfy(function ->
                        assertThat(messages.get("wait.irp." + function)).isNotBlank());
    }

    @Test
    void everyKindOfRecordHasATitle() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(kinds(TraceRecord.class).filter(kind -> !NAMED_IN_C.contains(kind)))
                .hasSizeGreaterThan(30)
                .allSatisfy(kind -> assertThat(messages.get("inspector.record." + kind.getSimpleName()))
                        .isNotBlank());
    }

    /** Families of records are sealed in their turn. */
    private static Stream<Class<?>> kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isRecord() ? Stream.of(kind) : kinds(kind));
    }
}
