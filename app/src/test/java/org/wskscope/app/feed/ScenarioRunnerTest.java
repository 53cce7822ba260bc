package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.ScenarioProgress.Stage;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.scenario.ScenarioReader;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;

@ExtendWith(ApplicationExtension.class)
class ScenarioRunnerTest {
    private static final long LONG_PACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.withRecordLimit(10_000));
    private final ScenarioRunner runner =
            new ScenarioRunner("wsk-scenario", request -> session, ScenarioRunner.Ending.LEAVE);

    @Start
    void start(javafx.stage.Stage stage) {
        runner.start();
    }

    @AfterEach
    void close() {
        runner.close();
        session.close();
    }

    @Test
    void aScenarioIsPlayedToItsEndAndSaysSo() throws Exception {
        Scenario scenario = packaged("SCN-03");

        assertThat(play(new PlayRequest(scenario, 0, ""))).isTrue();

        ScenarioProgress last = ended();
        assertThat(last.stage()).isEqualTo(Stage.DONE);
        assertThat(last.step()).isEqualTo(scenario.length());
    }

    @Test
    void whilePlayingNoOtherBeginsAndCancelEndsIt() throws Exception {
        PlayRequest slow = new PlayRequest(packaged("SCN-12"), LONG_PACE_NANOS, "");

        assertThat(play(slow)).isTrue();
        assertThat(play(slow)).isFalse();
        WaitForAsyncUtils.asyncFx(runner::cancel);

        assertThat(ended().stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void aScenarioThatGoesWrongNamesItsLine() throws Exception {
        Scenario wrong = ScenarioReader.read("wrong.yaml", """
                id: WRONG
                title: Expects what WSK does not answer
                steps:
                  - listen: {as: L, events: ACCEPT}
                  - option: {socket: L, events: DISABLE|ACCEPT, answer: PENDING}
                """);

        play(new PlayRequest(wrong, 0, ""));

        ScenarioProgress last = ended();
        assertThat(last.stage()).isEqualTo(Stage.FAILED);
        assertThat(last.message()).contains("line 5").contains("STATUS_SUCCESS instead of STATUS_PENDING");
    }

    private boolean play(PlayRequest request) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> runner.play(request));
    }

    private ScenarioProgress ended() throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> !runner.progressProperty().get().isPlaying()));
        return runner.progressProperty().get();
    }

    private static Scenario packaged(String id) throws Exception {
        return ScenarioLibrary.packagedWith(ScenarioRunner.class).scenario(id).orElseThrow();
    }
}
