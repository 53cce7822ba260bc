package org.wskscope.app.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.trace.TraceRecord;

class RecordTitlesTest {
    /** These have a page of their own, whose title is their name in C. */
    private static final Set<Class<?>> NAMED_IN_C =
            Set.of(TraceRecord.FunctionCalled.class, TraceRecord.CallbackEntered.class, TraceRecord.IrpPended.class);

    @Test
    void everyKindOfRecordHasATitle() {
        Messages messages = new Messages(Locale.ENGLISH);

        assertThat(Arrays.stream(TraceRecord.class.getPermittedSubclasses()).filter(kind -> !NAMED_IN_C.contains(kind)))
                .hasSizeGreaterThan(30)
                .allSatisfy(kind -> assertThat(messages.get("inspector.record." + kind.getSimpleName()))
                        .isNotBlank());
    }
}
