package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
        Scene scene = new Scene(new VBox(grid), 700, 200);
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
