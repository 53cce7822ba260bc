package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

class BehaviourTextTest {
    private static final long SEED = 20261130;

    @Test
    void isReadAsItWasWritten() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2_000; i++) {
            CallbackBehaviour behaviour = any(random);

            assertThat(BehaviourText.parse(BehaviourText.of(behaviour)))
                    .as(BehaviourText.of(behaviour))
                    .isEqualTo(behaviour);
        }
    }

    @Test
    void whatNewSocketsDoIsReadAsItWasWritten() {
        for (SocketCategory category : SocketCategory.values()) {
            for (WskCallback callback : WskCallback.values()) {
                CallbackBehaviour initial = CallbackBehaviour.initial(category, callback);

                assertThat(BehaviourText.parse(BehaviourText.of(initial))).isEqualTo(initial);
            }
        }
    }

    @Test
    void isAShortLine() {
        CallbackBehaviour behaviour = CallbackBehaviour.ECHO
                .holdingOnce()
                .accepting(5)
                .doing(List.of(new CallbackStep.Release(1, 2), new CallbackStep.WriteOutputs()));

        assertThat(BehaviourText.of(behaviour)).isEqualTo("SUCCESS n=5 hold once echo do release 1-2 do write");
        assertThat(BehaviourText.of(CallbackBehaviour.LET_IN)).isEqualTo("0x00000001");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> BehaviourText.parse("NO_STATUS")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BehaviourText.parse("SUCCESS do dance")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CallbackBehaviour any(SplittableRandom random) {
        NtStatus[] statuses = {
            NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING, InspectAction.WskInspectPend.asReturn(), new NtStatus(-7)
        };
        List<CallbackStep> acts = new ArrayList<>();
        for (int act = random.nextInt(3); act > 0; act--) {
            acts.add(
                    switch (random.nextInt(3)) {
                        case 0 ->
                            new CallbackStep.SetEvents(
                                    EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE), random.nextBoolean());
                        case 1 -> new CallbackStep.WriteOutputs();
                        default -> new CallbackStep.Release(1, 1 + random.nextInt(9));
                    });
        }
        return new CallbackBehaviour(
                statuses[random.nextInt(statuses.length)],
                random.nextInt(4) - 1,
                random.nextInt(3) * 1_000_000L,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                acts);
    }
}
