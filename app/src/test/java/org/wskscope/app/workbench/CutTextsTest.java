package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CutTextsTest {
    private Label label;

    @Start
    void show(Stage stage) {
        label = new Label("a text that is much too long for its place");
        label.setPrefWidth(60);
        Scene scene = new Scene(new Pane(label), 200, 100);
        CutTexts.attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void enter(FxRobot robot) {
        robot.interact(() -> Event.fireEvent(
                label,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED_TARGET,
                        5,
                        5,
                        5,
                        5,
                        MouseButton.NONE,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null)));
    }

    @Test
    void aCutTextSaysTheWholeOfItAlsoWhenItChangesUnderThePointer(FxRobot robot) {
        enter(robot);
        assertThat(label.getTooltip().getText()).isEqualTo(label.getText());

        robot.interact(() -> label.setText("another text that is too long for its place"));

        assertThat(label.getTooltip().getText()).isEqualTo("another text that is too long for its place");
    }

    @Test
    void aTextThatFitsSaysNothing(FxRobot robot) {
        robot.interact(() -> label.setText("ab"));
        enter(robot);

        assertThat(label.getTooltip()).isNull();
    }
}
