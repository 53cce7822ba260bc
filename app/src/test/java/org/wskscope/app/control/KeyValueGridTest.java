package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.ThemeApplier;

@ExtendWith(ApplicationExtension.class)
class KeyValueGridTest {
    private static final String LONG = "STATUS_INVALID_DEVICE_STATE 0xC0000184";

    private final KeyValueGrid grid = new KeyValueGrid("Copy the value");
    private TextField shortValue;
    private CopyableValue longValue;

    @Start
    void show(Stage stage) {
        shortValue = grid.add("Irp", "#7");
        longValue = (CopyableValue) grid.add("returned", LONG, Hue.ERROR).getParent();
        Scene scene = new Scene(new VBox(grid), 700, 600);
        new ThemeApplier().attach(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aValueThatFitsCanBeSelectedInItsField() throws TimeoutException {
        until(() -> longValue.field().isVisible() && !wrapped().isVisible());
        assertThat(shortValue.isVisible()).isTrue();
    }

    @Test
    void aValueThatIsTooLongGoesOnInTheNextLineAndIsWhole() throws TimeoutException {
        onFx(() -> {
            grid.setMaxWidth(240);
            return true;
        });

        until(() -> wrapped().isVisible() && !longValue.field().isVisible());
        until(() -> ((Text) wrapped().lookup(".text")).getText().equals(LONG));
        assertThat(onFx(longValue::getHeight)).isGreaterThan(1.6 * onFx(shortValue::getHeight));
        assertThat(onFx(() -> wrapped().getWidth())).isLessThan(240);
    }

    @Test
    void whatGoesOnInTheNextLineCanBeCopiedToo() throws TimeoutException {
        onFx(() -> {
            grid.setMaxWidth(240);
            return true;
        });
        until(() -> wrapped().isVisible());
        onFx(() -> {
            wrapped().requestFocus();
            return true;
        });

        new FxRobot().press(KeyCode.SHORTCUT, KeyCode.C).release(KeyCode.C, KeyCode.SHORTCUT);

        assertThat(onFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(LONG);
    }

    @Test
    void noRowStandsOnAnotherHoweverLongNamesAndValuesAre() throws TimeoutException {
        String sentence =
                "A sentence of many words, as a refused command is told: what is wrong, and what can be done about it. "
                        .repeat(3);
        onFx(() -> {
            for (String name : List.of("Irp", "IoStatus.Information", "a name that is much too long for its half")) {
                for (String value : List.of("0", LONG, sentence, "Ωj_".repeat(120))) {
                    grid.add(name, value);
                }
            }
            return true;
        });

        for (double width : new double[] {90, 160, 240, 333, 700}) {
            onFx(() -> {
                grid.setMaxWidth(width);
                grid.getScene().getRoot().applyCss();
                grid.getScene().getRoot().layout();
                return true;
            });
            until(() -> grid.getWidth() <= width && !grid.isNeedsLayout());
            assertThat(onFx(this::overlaps)).as("at a width of %s", width).isEmpty();
        }
    }

    private List<String> overlaps() {
        List<String> found = new ArrayList<>();
        List<Node> all = grid.getChildren();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                Bounds one = all.get(i).getBoundsInParent();
                Bounds other = all.get(j).getBoundsInParent();
                double across = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
                double down = Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
                if (across > 0.5 && down > 0.5) {
                    found.add(i + " over " + j + " by " + across + " by " + down);
                }
            }
            Region place = (Region) all.get(i);
            if (place.getLayoutX() + place.getWidth() > grid.getWidth() + 0.5
                    || place.getLayoutY() + place.getHeight() > grid.getHeight() + 0.5) {
                found.add(i + " leaves the grid");
            }
        }
        return found;
    }

    private Label wrapped() {
        return longValue.getChildrenUnmodifiable().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void until(Callable<Boolean> seen) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, seen));
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
