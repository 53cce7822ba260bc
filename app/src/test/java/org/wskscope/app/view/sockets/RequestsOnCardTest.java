package org.wskscope.app.view.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.view.sockets.SocketRowMaker.conditional;
import static org.wskscope.app.view.sockets.SocketRowMaker.request;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.OpenInspection.Stage;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

class RequestsOnCardTest {
    private final SocketText words = new SocketText(new Messages(Locale.ENGLISH));

    @Test
    void requestsThatWaitForAnAnswerComeFirst() {
        SocketRow row = conditional(
                1,
                request(1, Stage.ACCEPTED),
                request(2, Stage.PENDED),
                request(3, Stage.ARRIVED),
                request(4, Stage.ASKED));

        assertThat(SocketEvents.requestsFirstToAnswer(row))
                .extracting(OpenInspection::serialNumber)
                .containsExactly(2, 4, 1, 3);
        assertThat(SocketEvents.requestsFirstToAnswer(row).stream().map(SocketEvents::mayAnswer))
                .containsExactly(true, true, false, false);
    }

    @Test
    void aCardGrowsByItsRequestsButNotWithoutEnd() {
        OpenInspection[] many = new OpenInspection[50];
        for (int i = 0; i < many.length; i++) {
            many[i] = request(i + 1, Stage.PENDED);
        }
        double plain = height(SocketRowMaker.listener(1));

        assertThat(height(conditional(1))).isEqualTo(plain + CardLayout.TITLE);
        assertThat(height(conditional(1, request(1, Stage.PENDED))))
                .isEqualTo(plain + CardLayout.TITLE + CardLayout.ROW);
        assertThat(height(conditional(1, many))).isEqualTo(plain + CardLayout.TITLE + 4 * CardLayout.ROW);
        assertThat(words.conditional(conditional(1, many))).contains("50");
    }

    private double height(SocketRow row) {
        CardLook look = CardLooks.of(row);
        return new CardLayout(CardLooks.MEASURE, GraphPlaces.ROOT_WIDTH, 1).height(look);
    }

    @Test
    void onlyAConditionalListenerHasInspectAndAbortCallbacks() {
        assertThat(SocketEvents.callbacks(conditional(1))).endsWith(WskCallback.INSPECT, WskCallback.ABORT);
        assertThat(SocketEvents.callbacks(SocketRowMaker.listener(1)))
                .doesNotContain(WskCallback.INSPECT, WskCallback.ABORT);
    }

    @Test
    void whatAnInspectCallbackReturnsIsNamedAsAnAction() {
        List<NtStatus> returns = SocketEvents.permittedReturns(WskCallback.INSPECT);

        assertThat(returns)
                .extracting(value -> SocketText.answer(WskCallback.INSPECT, value))
                .containsExactly("WskInspectAccept", "WskInspectReject", "WskInspectPend");
        assertThat(SocketText.answer(WskCallback.ABORT, InspectAction.WskInspectReject.asReturn()))
                .isEqualTo("STATUS_SUCCESS");
    }
}
