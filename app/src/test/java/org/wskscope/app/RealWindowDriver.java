package org.wskscope.app;

import static org.wskscope.app.LiveWorkbench.find;
import static org.wskscope.app.LiveWorkbench.onFx;
import static org.wskscope.app.LiveWorkbench.shows;
import static org.wskscope.app.LiveWorkbench.until;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.ToggleState;

/**
 * Drives the program in a real window with the pointer of the display: holds a receive callback, clicks its toggle, sees it wait, returns the callback from the menu, sees the toggle off. Run
 * by {@link RealWindowTest} in a process of its own, because a process has one window toolkit. Argument: a folder for the preferences. Exit status 0 when all was seen.
 */
final class RealWindowDriver {
    static final String SEEN = "waiting, then off";

    private RealWindowDriver() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch toolkit = new CountDownLatch(1);
        Platform.startup(toolkit::countDown);
        toolkit.await();
        Platform.setImplicitExit(false);
        LiveWorkbench program = LiveWorkbench.open(Path.of(arguments[0]));
        Stage stage = onFx(Stage::new);
        onFx(() -> {
            program.show(stage);
            stage.setX(0);
            stage.setY(0);
            return true;
        });
        disableWhileHeld(program);
        System.out.println(SEEN);
        onFx(() -> {
            stage.hide();
            return true;
        });
        program.close();
        Platform.exit();
    }

    private static void disableWhileHeld(LiveWorkbench program) throws Exception {
        program.holdReceives();
        LiveWorkbench.send(program.connect(), "hello");
        until(() -> shows("return-C1"));

        click(() -> find("lamp-C1-RECEIVE"));
        until(() -> lamp() == ToggleState.WAITING);

        click(() -> find("return-C1"));
        until(() -> menuItem() != null);
        click(() -> menuItem());
        until(() -> lamp() == ToggleState.OFF);
    }

    private static ToggleState lamp() {
        return find("lamp-C1-RECEIVE") instanceof EventToggle toggle ? toggle.lamp() : ToggleState.ON;
    }

    private static Node menuItem() {
        for (Window window : Window.getWindows()) {
            if (window instanceof ContextMenu menu) {
                for (MenuItem item : menu.getItems()) {
                    if ("return-SUCCESS".equals(item.getId())) {
                        return item.getStyleableNode();
                    }
                }
            }
        }
        return null;
    }

    /** Where a node is settles only some pulses after it appears: clicks when it stood still for one. */
    private static void click(Callable<Node> wanted) throws Exception {
        Bounds[] before = new Bounds[1];
        until(() -> {
            Node node = wanted.call();
            Bounds now = node == null ? null : node.localToScreen(node.getBoundsInLocal());
            boolean still = now != null && now.equals(before[0]);
            before[0] = now;
            return still;
        });
        onFx(() -> {
            Robot robot = new Robot();
            robot.mouseMove(before[0].getCenterX(), before[0].getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
            return true;
        });
    }
}
