package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.sockets.CallbackStepDraft.Kind;
import org.wskscope.app.view.sockets.CallbackStepDraft.Objection;
import org.wskscope.app.view.sockets.CallbackStepDraft.Problem;
import org.wskscope.engine.session.CallbackStep;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

class CallbackStepDraftsTest {
    private static final CallbackStep DISABLE =
            new CallbackStep.SetEvents(EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE), true);
    private static final CallbackStep RELEASE = new CallbackStep.Release(2, 3);

    private final CallbackStepDrafts drafts = new CallbackStepDrafts(List.of(DISABLE, RELEASE));

    @Test
    void actsThatWereThereComeBackAsTheyWere() {
        assertThat(drafts.acts()).containsExactly(DISABLE, RELEASE);
        assertThat(new CallbackStepDrafts(List.of(new CallbackStep.WriteOutputs())).acts())
                .containsExactly(new CallbackStep.WriteOutputs());
        assertThat(drafts.canUndo()).isFalse();
    }

    @Test
    void anEventBitNobodyKnowsIsKept() {
        CallbackStep strange = new CallbackStep.SetEvents(new EventMask(0x1040), false);

        assertThat(new CallbackStepDrafts(List.of(strange)).acts()).containsExactly(strange);
    }

    @Test
    void orderIsChangedAndTakenBack() {
        drafts.move(1, -1);
        assertThat(drafts.acts()).containsExactly(RELEASE, DISABLE);

        drafts.move(0, -1);
        drafts.undo();

        assertThat(drafts.acts()).containsExactly(DISABLE, RELEASE);
        assertThat(drafts.canUndo()).isFalse();
    }

    @Test
    void whatIsRemovedComesBackWithUndo() {
        drafts.remove(0);
        drafts.remove(0);
        assertThat(drafts.acts()).isEmpty();

        drafts.undo();
        drafts.undo();

        assertThat(drafts.acts()).containsExactly(DISABLE, RELEASE);
    }

    @Test
    void aNewOneIsWrongUntilAnEventIsChosen() {
        drafts.add(CallbackStepDraft.of(Kind.OPTION));

        assertThat(drafts.isRight()).isFalse();
        assertThat(drafts.all().get(2).problem()).contains(Problem.NO_EVENT);
        assertThatIllegalStateException().isThrownBy(drafts::acts);

        drafts.rewrite(2, drafts.all().get(2).withEvent(WskEvent.WSK_EVENT_DISCONNECT, true));

        assertThat(drafts.acts().get(2))
                .isEqualTo(new CallbackStep.SetEvents(EventMask.of(WskEvent.WSK_EVENT_DISCONNECT), false));
    }

    @Test
    void whatIsTypedInOneGoIsTakenBackInOneGo() {
        CallbackStepDraft release = drafts.all().get(1);
        drafts.rewrite(1, release.releasing("2", ""));
        drafts.rewrite(1, release.releasing("2", "1"));
        drafts.rewrite(1, release.releasing("2", "14"));
        assertThat(drafts.acts().get(1)).isEqualTo(new CallbackStep.Release(2, 14));

        drafts.undo();

        assertThat(drafts.acts().get(1)).isEqualTo(RELEASE);
        assertThat(drafts.canUndo()).isFalse();
    }

    @Test
    void elementsAreNumbersInOrder() {
        CallbackStepDraft release = CallbackStepDraft.of(Kind.RELEASE);

        assertThat(release.problem()).isEmpty();
        assertThat(release.releasing("0", "2").problem()).contains(Problem.NOT_AN_ELEMENT);
        assertThat(release.releasing("1", "10000").problem()).contains(Problem.NOT_AN_ELEMENT);
        assertThat(release.releasing("one", "2").problem()).contains(Problem.NOT_AN_ELEMENT);
        assertThat(release.releasing("3", "2").problem()).contains(Problem.LAST_BEFORE_FIRST);
        assertThat(release.releasing("2", "2").problem()).isEmpty();
    }

    @Test
    void whatWskWillObjectToIsSaidButMayBeDone() {
        CallbackStepDraft enable = CallbackStepDraft.of(Kind.OPTION).withEvent(WskEvent.WSK_EVENT_RECEIVE, true);
        CallbackStepDraft both = enable.withEvent(WskEvent.WSK_EVENT_DISCONNECT, true);

        assertThat(both.objections()).isEmpty();
        assertThat(enable.withIrp(true).objections()).containsExactly(Objection.IRP_TO_ENABLE);
        assertThat(both.disabling(true).objections()).containsExactly(Objection.SEVERAL_DISABLED);
        assertThat(enable.disabling(true).withIrp(true).objections()).isEmpty();
        assertThat(both.disabling(true).disabling(false)).isEqualTo(both);
        assertThat(both.disabling(true).problem()).isEmpty();
    }

    @Test
    void thereIsAnEndToHowManyThereCanBe() {
        for (int i = 0; i < 2 * CallbackStepDrafts.MOST; i++) {
            drafts.add(CallbackStepDraft.of(Kind.RELEASE));
        }

        assertThat(drafts.isFull()).isTrue();
        assertThat(drafts.all()).hasSize(CallbackStepDrafts.MOST);
    }

    @Test
    void onlyWhatACallbackCanDoIsOffered() {
        assertThat(CallbackStepDraft.kinds(WskCallback.ACCEPT)).containsExactly(Kind.OPTION, Kind.WRITE);
        assertThat(CallbackStepDraft.kinds(WskCallback.RECEIVE_FROM)).containsExactly(Kind.OPTION, Kind.RELEASE);
        assertThat(CallbackStepDraft.kinds(WskCallback.DISCONNECT)).containsExactly(Kind.OPTION);
        assertThat(SocketEvents.changedBy(SocketRowMaker.listener(1), WskCallback.ACCEPT))
                .doesNotContain(WskEvent.WSK_EVENT_ACCEPT)
                .contains(WskEvent.WSK_EVENT_RECEIVE);
    }
}
