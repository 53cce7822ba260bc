package org.wskscope.engine.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

@Timeout(60)
class DisableInFlightTest {
    private static final Path FOLDER = Path.of("..", "assets", "scenarios");

    @Test
    void bothPartsGoAsTheSpecificationSays() throws Exception {
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(10_000))) {
            ScenarioPlayer player = new ScenarioPlayer(session);
            player.play(scenario("SCN-03"), ScenarioObserver.NONE);
            player.play(scenario("SCN-04"), ScenarioObserver.NONE);

            TraceAssert.assertThat(session.log())
                    .containsInOrder(
                            RecordMatchers.record(TraceRecord.BytesArrived.class),
                            RecordMatchers.callbackEntered(WskEvent.WSK_EVENT_RECEIVE),
                            RecordMatchers.functionReturned(WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_PENDING),
                            RecordMatchers.record(TraceRecord.BytesArrived.class),
                            RecordMatchers.callbackReturned(WskEvent.WSK_EVENT_RECEIVE, NtStatus.STATUS_SUCCESS),
                            RecordMatchers.callbackDisabled(WskEvent.WSK_EVENT_RECEIVE),
                            RecordMatchers.irpCompleted(WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_SUCCESS, 0),
                            RecordMatchers.callbackEntered(WskEvent.WSK_EVENT_RECEIVE),
                            RecordMatchers.functionReturned(
                                    WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_EVENT_PENDING),
                            RecordMatchers.callbackReturned(WskEvent.WSK_EVENT_RECEIVE, NtStatus.STATUS_SUCCESS),
                            RecordMatchers.callbackDisabled(WskEvent.WSK_EVENT_RECEIVE));
        }
    }

    private static Scenario scenario(String id) throws Exception {
        return ScenarioLibrary.read(name -> Files.newInputStream(FOLDER.resolve(name)))
                .scenario(id)
                .orElseThrow();
    }
}
