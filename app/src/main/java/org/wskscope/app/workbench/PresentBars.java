package org.wskscope.app.workbench;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.wskscope.app.workbench.PresentContent.Slide;

/** What a presentation says above and below the picture. FX thread. */
final class PresentBars {
    private final Label title = label("present-title");
    private final Label progress = label("present-progress");
    private final Label place = label("present-place");
    private final Label caption = label("present-caption");
    private final Label detail = label("present-detail");
    private final Label rules = label("present-rules");
    private final Label key = label("present-key");
    private final Label does = label("present-does");
    private final HBox echo = new HBox(key, does);
    private final BorderPane foot = new BorderPane();
    private final HBox head;
    private final PauseTransition fading = new PauseTransition();

    PresentBars() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.SOMETIMES);
        progress.setMinWidth(Region.USE_PREF_SIZE);
        place.setMinWidth(Region.USE_PREF_SIZE);
        head = new HBox(title, progress, gap, place);
        head.getStyleClass().add("present-head");
        caption.setWrapText(true);
        detail.setWrapText(true);
        // Both lines always have their room: the picture above stands still from step to step.
        caption.getStyleClass().add("present-line");
        detail.getStyleClass().add("present-line");
        VBox lines = new VBox(caption, detail);
        lines.getStyleClass().add("present-lines");
        key.getStyleClass().add("key");
        echo.getStyleClass().add("present-echo");
        echo.setVisible(false);
        VBox side = new VBox(echo, rules);
        side.setAlignment(Pos.TOP_RIGHT);
        side.getStyleClass().add("present-side");
        rules.setWrapText(true);
        foot.setCenter(lines);
        foot.setRight(side);
        foot.getStyleClass().add("present-foot");
        fading.setOnFinished(event -> echo.setVisible(false));
    }

    Node head() {
        return head;
    }

    Node foot() {
        return foot;
    }

    void show(Slide slide) {
        title.setText(slide.title());
        progress.setText(slide.progress());
        place.setText(slide.place());
        caption.setText(slide.caption());
        detail.setText(slide.detail());
        rules.setText(slide.rules());
    }

    /** Shows a key and what it does for a while. */
    void echo(String pressed, String meaning, Duration lasting) {
        key.setText(pressed);
        does.setText(meaning);
        echo.setVisible(true);
        fading.setDuration(lasting);
        fading.playFromStart();
    }

    void end() {
        fading.stop();
        echo.setVisible(false);
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(id);
        return label;
    }
}
