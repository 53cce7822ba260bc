package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Init;
import org.testfx.framework.junit5.Start;

/** Nobody has to guess what a control does or what a cut text says, with or without eyes. */
@ExtendWith(ApplicationExtension.class)
class NamesOfControlsTest {
    @TempDir
    Path directory;

    private LiveWorkbench program;
    private Stage stage;

    @Init
    void open() {
        program = LiveWorkbench.open(directory);
    }

    @Start
    void show(Stage given) {
        stage = given;
        program.show(given);
    }

    @AfterEach
    void close() throws IOException {
        onFx(() -> {
            stage.hide();
            return true;
        });
        program.close();
    }

    @Test
    void everyControlWithoutAWordHasAName() throws TimeoutException, IOException {
        program.connect();
        until(() -> shows("card-C1"));

        List<String> nameless = new ArrayList<>();
        int seen = onFx(() -> walk(stage.getScene().getRoot(), nameless));

        assertThat(seen).isGreaterThan(20);
        assertThat(nameless).isEmpty();
    }

    @Test
    void aTextThatIsCutIsReadWholeUnderThePointer() throws TimeoutException {
        until(() -> shows("status-ports"));
        onFx(() -> {
            Label label = new Label("a line that is far too long for the little room that it has here");
            label.setId("cut");
            label.setMinWidth(0);
            label.setMaxWidth(90);
            ((Pane) stage.getScene().getRoot()).getChildren().add(label);
            return true;
        });
        until(() -> find("cut").getLayoutBounds().getWidth() > 0);

        assertThat(onFx(() -> tooltipUnderThePointer((Label) find("cut"))))
                .isEqualTo("a line that is far too long for the little room that it has here");

        onFx(() -> {
            ((Label) find("cut")).setMaxWidth(2_000);
            return true;
        });
        until(() -> find("cut").getLayoutBounds().getWidth() > 200);
        assertThat(onFx(() -> tooltipUnderThePointer((Label) find("cut")))).isEmpty();
    }

    private static String tooltipUnderThePointer(Label label) {
        Event.fireEvent(
                label,
                new MouseEvent(
                        MouseEvent.MOUSE_ENTERED_TARGET,
                        1,
                        1,
                        1,
                        1,
                        null,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        null));
        return label.getTooltip() == null ? "" : label.getTooltip().getText();
    }

    /** How many buttons there are; those nobody can name go into {@code nameless}. */
    private static int walk(Node node, List<String> nameless) {
        if (!node.isVisible()) {
            return 0;
        }
        int seen = 0;
        if (node instanceof ButtonBase button) {
            seen++;
            boolean wordless = button.getText() == null
                    || button.getText().isBlank()
                    || button.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY;
            boolean spoken = button.getAccessibleText() != null
                    && !button.getAccessibleText().isBlank();
            boolean told = button.getTooltip() != null
                    && !button.getTooltip().getText().isBlank();
            if (wordless && !spoken && !told) {
                nameless.add(button.getClass().getSimpleName() + "#" + button.getId() + " " + button.getStyleClass());
            }
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                seen += walk(child, nameless);
            }
        }
        return seen;
    }
}
