package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

@Timeout(60)
class DisableInFlightScenarioTest {
    @Test
    void bothPartsGoAsTheSpecificationSays() {
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(10_000))) {
            assertThat(DisableInFlightScenario.play(session))
                    .extracting(ScenarioPart::id)
                    .containsExactly("SCN-03", "SCN-04");

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

    @Test
    void theHalfPlayedScenarioWaitsForTheHeldCallToReturn() {
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(10_000))) {
            LogWait log = LogWait.fromNow(session);
            WaitingDisable waiting = DisableInFlightScenario.playUntilDisableWaits(session);
            TraceAssert.assertThat(session.log())
                    .onSocket(waiting.connection().value())
                    .containsInOrder(RecordMatchers.callbackDisableRequested(WskEvent.WSK_EVENT_RECEIVE))
                    .containsNone(RecordMatchers.callbackDisabled(WskEvent.WSK_EVENT_RECEIVE));

            session.execute(new EngineCommand.ReturnHeld(
                    waiting.connection(), waiting.entered(), NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));

            assertThat(log.irpCompleted(waiting.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
            log.callbackDisabled(waiting.connection(), WskEvent.WSK_EVENT_RECEIVE);
        }
    }
}
