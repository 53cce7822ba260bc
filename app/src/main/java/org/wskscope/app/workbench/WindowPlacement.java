package org.wskscope.app.workbench;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.preferences.WindowPlace;

/**
 * Brings the window back where it was, or inside the screens there are, and remembers where it is. FX thread.
 *
 * <p>A window manager takes a size set before the window is shown for no more than a hint, and reports sizes on the way that nobody chose: so the place is given again when
 * the window shows and until it keeps it, and only a place kept for a while is remembered.
 */
final class WindowPlacement {
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;
    /** How far a place may be off: window managers place by the frame or by what it holds. */
    private static final double NEAR = 2;

    private static final Duration LOOK = Duration.millis(100);
    /** A window manager with a will of its own gets it after so many looks. */
    private static final int LOOKS = 30;
    /** So many looks in a row at the same place are a place kept. */
    private static final int STEADY_LOOKS = 4;

    private final Stage stage;
    private final PreferencesStore preferences;
    private final Timeline settling = new Timeline(new KeyFrame(LOOK, event -> look()));
    private final PauseTransition steady = new PauseTransition(LOOK.multiply(STEADY_LOOKS));
    /** As it will be remembered; the size is that before maximizing, to be returned to after the next start too. */
    private WindowPlace kept;

    private int steadyLooks;
    /** The window manager has not yet seen the window in its normal size, so it cannot go back to it. */
    private boolean normalUnseen;

    WindowPlacement(Stage stage, PreferencesStore preferences) {
        this.stage = stage;
        this.preferences = preferences;
        kept = preferences
                .current()
                .window()
                .map(place -> ScreenPlaces.reachable(
                        place,
                        Screen.getScreens().stream()
                                .map(Screen::getVisualBounds)
                                .toList()))
                .orElseGet(() -> ScreenPlaces.first(Screen.getPrimary().getVisualBounds()));
        settling.setCycleCount(LOOKS);
        settling.setOnFinished(event -> steady.playFromStart());
        steady.setOnFinished(event -> note());
    }

    /** Before the window is shown. */
    void restore() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        place();
        stage.setMaximized(kept.maximized());
        stage.setFullScreen(kept.fullScreen());
    }

    /** The window is shown. */
    void shown() {
        normalUnseen = !isNormal();
        if (isNormal()) {
            settle();
        }
        stage.xProperty().addListener(o -> moved());
        stage.yProperty().addListener(o -> moved());
        stage.widthProperty().addListener(o -> moved());
        stage.heightProperty().addListener(o -> moved());
        stage.maximizedProperty().addListener(o -> changedState());
        stage.fullScreenProperty().addListener(o -> changedState());
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, event -> goes());
    }

    /** Once, when the window goes or has gone. */
    void remember() {
        settling.stop();
        steady.stop();
        preferences.update(current -> current.withWindow(kept));
    }

    private void settle() {
        steadyLooks = 0;
        place();
        settling.playFromStart();
    }

    private void look() {
        if (!isNormal() || steadyLooks == STEADY_LOOKS) {
            settling.stop();
            steady.playFromStart();
            return;
        }
        if (isPlaced()) {
            steadyLooks++;
        } else {
            steadyLooks = 0;
            place();
        }
    }

    private void changedState() {
        if (isNormal() && normalUnseen) {
            normalUnseen = false;
            settle();
        }
        moved();
    }

    private void moved() {
        steady.playFromStart();
    }

    private void goes() {
        if (steady.getStatus() == Animation.Status.RUNNING) {
            note();
        }
    }

    /** This is where somebody wanted the window: it was left alone for a while, or goes. */
    private void note() {
        if (!stage.isShowing() || stage.isIconified() || settling.getStatus() == Animation.Status.RUNNING) {
            return;
        }
        WindowPlace now = isNormal()
                ? new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false, false)
                : new WindowPlace(
                        kept.x(), kept.y(), kept.width(), kept.height(), stage.isMaximized(), stage.isFullScreen());
        if (now.isUsable()) {
            kept = now;
        }
    }

    private void place() {
        stage.setX(kept.x());
        stage.setY(kept.y());
        stage.setWidth(kept.width());
        stage.setHeight(kept.height());
    }

    private boolean isPlaced() {
        return Math.abs(stage.getWidth() - kept.width()) <= NEAR && Math.abs(stage.getHeight() - kept.height()) <= NEAR;
    }

    private boolean isNormal() {
        return !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified();
    }
}
