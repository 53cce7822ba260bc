package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.WskAbortEvent;
import org.wskscope.engine.wsk.WskAcceptEvent;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientEvent;
import org.wskscope.engine.wsk.WskDisconnectEvent;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskInspectEvent;
import org.wskscope.engine.wsk.WskReceiveEvent;
import org.wskscope.engine.wsk.WskReceiveFromEvent;
import org.wskscope.engine.wsk.WskSendBacklogEvent;

/** What the signatures of the callbacks say by themselves (section 3). */
class CallbackSignaturesTest {
    private static final List<Class<?>> FLAGS = List.of(
            AcceptEventFlags.class, DisconnectEventFlags.class, ReceiveEventFlags.class, ReceiveFromEventFlags.class);

    private static List<Class<?>> parameters(Class<?> callback) {
        Method[] methods = callback.getMethods();
        assertThat(methods).hasSize(1);
        return Arrays.asList(methods[0].getParameterTypes());
    }

    @Test
    @Tag("THR-08")
    void inspectAbortBacklogAndClientCallbacksHaveNoFlags() {
        for (Class<?> callback :
                List.of(WskInspectEvent.class, WskAbortEvent.class, WskSendBacklogEvent.class, WskClientEvent.class)) {
            assertThat(parameters(callback)).as(callback.getSimpleName()).doesNotContainAnyElementsOf(FLAGS);
        }
        for (Class<?> callback : List.of(
                WskAcceptEvent.class, WskReceiveEvent.class, WskReceiveFromEvent.class, WskDisconnectEvent.class)) {
            assertThat(parameters(callback)).as(callback.getSimpleName()).containsAnyElementsOf(FLAGS);
        }
    }

    @Test
    @Tag("EVT-BKL-02")
    void theBacklogCallbackCarriesTheContextAndTheSizeOnly() {
        assertThat(parameters(WskSendBacklogEvent.class)).containsExactly(Object.class, long.class);
    }

    @Test
    @Tag("EVT-CLI-03")
    void noBitOfAnEventMaskNamesTheClientCallback() {
        assertThat(WskCallback.CLIENT.event()).isNull();
        assertThat(Arrays.stream(WskEvent.values()).map(WskCallback::of)).doesNotContain(WskCallback.CLIENT);
    }
}
