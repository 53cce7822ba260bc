package org.wskscope.app.view.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.state.ScenarioPort;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;

@ExtendWith(ApplicationExtension.class)
class ScenarioFilterTest {
    private Stage stage;
    private ScenariosViewModel model;
    private final List<String> opened = new ArrayList<>();
    private ScenariosView view;

    @Start
    void show(Stage stage) throws IOException, ScenarioFormatException {
        this.stage = stage;
        model = new ScenariosViewModel(
                ScenarioLibrary.packagedWith(ScenariosView.class).scenarios(), new IdlePort());
        view = new ScenariosView(model, new Messages(Locale.ENGLISH), RuleBook.load(), (id, beside) -> opened.add(id));
        stage.setScene(new Scene(view, 300, 400));
        stage.show();
        view.start();
    }

    @Test
    void theFilterFindsAScenarioWithItsVariants() throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> shownAfter("").size() > 30);
        assertThat(shownAfter("Scn-12")).containsExactly("scenario-SCN-12", "scenario-SCN-12-PART");
        assertThat(shownAfter("nobody says this")).isEmpty();
    }

    @Test
    void theFilterFindsARule() {
        assertThat(shownAfter("evt-gen-12")).contains("scenario-SCN-06-STRICT").doesNotContain("scenario-SCN-06");
    }

    @Test
    void noPictureWaitsForMoreThanAFewRows() throws TimeoutException {
        List<Integer> rowsByPulse = new ArrayList<>();
        AnimationTimer counting = new AnimationTimer() {
            @Override
            public void handle(long now) {
                rowsByPulse.add(rows(view));
            }
        };
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ScenariosView fresh =
                    new ScenariosView(model, new Messages(Locale.ENGLISH), RuleBook.load(), (id, beside) -> {});
            rowsByPulse.add(rows(fresh));
            view.stop();
            view = fresh;
            stage.setScene(new Scene(fresh, 300, 400));
            counting.start();
            fresh.start();
        });
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> rows(view) == model.scenarios().size()));
        WaitForAsyncUtils.waitForAsyncFx(10_000, counting::stop);

        assertThat(rowsByPulse.get(0)).isLessThanOrEqualTo(5);
        for (int i = 1; i < rowsByPulse.size(); i++) {
            assertThat(rowsByPulse.get(i) - rowsByPulse.get(i - 1))
                    .as("pulse %d", i)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static int rows(ScenariosView of) {
        return ((VBox) ((ScrollPane) of.getChildren().get(2)).getContent())
                        .getChildren()
                        .size()
                - 1;
    }

    @Test
    void aRuleOfAScenarioOpensByItsBadgeAndByTheMenuOfItsButton() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Hyperlink badge = (Hyperlink) view.lookup("#scenario-SCN-01 .badge-link");
            badge.fire();
            assertThat(opened).containsExactly(badge.getText());
            SplitMenuButton play = (SplitMenuButton) view.lookup("#play-SCN-01");
            play.getItems().stream()
                    .filter(item -> item.getText().equals("Read " + badge.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            assertThat(opened).containsExactly(badge.getText(), badge.getText());
            return true;
        });
    }

    private List<String> shownAfter(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ((TextField) view.lookup("#scenario-filter")).setText(text);
            return view.lookupAll(".scenario").stream()
                    .filter(Node::isVisible)
                    .map(Node::getId)
                    .toList();
        });
    }

    /** Plays nothing. */
    private static final class IdlePort implements ScenarioPort {
        private final ReadOnlyObjectWrapper<ScenarioProgress> progress =
                new ReadOnlyObjectWrapper<>(ScenarioProgress.IDLE);

        @Override
        public boolean fits(Scenario scenario) {
            return true;
        }

        @Override
        public boolean play(PlayRequest request) {
            return false;
        }

        @Override
        public void cancel() {}

        @Override
        public ReadOnlyObjectProperty<ScenarioProgress> progressProperty() {
            return progress.getReadOnlyProperty();
        }
    }
}
