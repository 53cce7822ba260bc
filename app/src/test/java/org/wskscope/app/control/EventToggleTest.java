package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.ThemeApplier;

@ExtendWith(ApplicationExtension.class)
class EventToggleTest {
    private final List<Boolean> requests = new ArrayList<>();
    private EventToggle lamp;

    @Start
    void show(Stage stage) {
        lamp = new EventToggle("R", Hue.RECEIVE, "RECEIVE");
        lamp.setOnRequest(requests::add);
        Scene scene = new Scene(new VBox(lamp), 320, 120);
        new ThemeApplier().attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aClickAsksAndChangesNothing(FxRobot robot) {
        robot.clickOn(lamp);

        assertThat(requests).containsExactly(true);
        assertThat(lamp.lamp()).isEqualTo(ToggleState.OFF);
        assertThat(lamp.getStyleClass()).doesNotContain("on", "waiting");
    }

    @Test
    void theSpaceBarAsksToo(FxRobot robot) {
        robot.interact(() -> {
            lamp.setLamp(ToggleState.ON);
            lamp.requestFocus();
        });
        robot.type(KeyCode.SPACE);

        assertThat(requests).containsExactly(false);
        assertThat(lamp.lamp()).isEqualTo(ToggleState.ON);
    }

    @Test
    void aWaitingLampLooksWaitingUntilItsOwnerSaysOtherwise(FxRobot robot) {
        robot.interact(() -> lamp.setLamp(ToggleState.WAITING));
        robot.clickOn(lamp);

        assertThat(requests).containsExactly(false);
        assertThat(lamp.getStyleClass()).contains("waiting");
        assertThat(robot.lookup(".lamp-diamond").query().isVisible()).isTrue();

        robot.interact(() -> lamp.setLamp(ToggleState.OFF));

        assertThat(lamp.getStyleClass()).doesNotContain("waiting");
        assertThat(robot.lookup(".lamp-diamond").query().isVisible()).isFalse();
    }

    @Test
    void aLockedLampAsksSoThatItCanBeRefused(FxRobot robot) {
        robot.interact(() -> {
            lamp.setLamp(ToggleState.ON);
            lamp.setLocked(true);
        });
        robot.clickOn(lamp);

        assertThat(requests).containsExactly(false);
        assertThat(lamp.getStyleClass()).contains("on", "locked");
    }

    @Test
    void aScreenReaderHearsNameNoteAndState(FxRobot robot) {
        robot.interact(() -> {
            lamp.setNote("disable pending");
            lamp.setLamp(ToggleState.WAITING);
        });

        assertThat(lamp.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("RECEIVE disable pending");
        assertThat(lamp.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
    }
}
