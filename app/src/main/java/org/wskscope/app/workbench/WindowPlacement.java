package org.wskscope.app.workbench;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.preferences.WindowPlace;

/** Brings the window back where it was, if that place is still on a screen, and remembers it. FX thread. */
final class WindowPlacement {
    private static final double WIDTH = 1680;
    private static final double HEIGHT = 1050;
    private static final double LEAST_WIDTH = 720;
    private static final double LEAST_HEIGHT = 480;
    /** At least this much of the title must be reachable. */
    private static final double REACHABLE = 100;

    private final Stage stage;
    private final PreferencesStore preferences;
    /** The place before maximizing, to be returned to after the next start too. */
    private Rectangle2D normal = new Rectangle2D(0, 0, WIDTH, HEIGHT);

    WindowPlacement(Stage stage, PreferencesStore preferences) {
        this.stage = stage;
        this.preferences = preferences;
    }

    void restore() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        WindowPlace place = preferences
                .current()
                .window()
                .filter(WindowPlacement::isOnAScreen)
                .orElseGet(() -> centred(screen));
        normal = new Rectangle2D(place.x(), place.y(), place.width(), place.height());
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        stage.xProperty().addListener(o -> noteNormal());
        stage.yProperty().addListener(o -> noteNormal());
        stage.widthProperty().addListener(o -> noteNormal());
        stage.heightProperty().addListener(o -> noteNormal());
    }

    void remember() {
        WindowPlace place = new WindowPlace(
                normal.getMinX(), normal.getMinY(), normal.getWidth(), normal.getHeight(), stage.isMaximized());
        if (place.isUsable()) {
            preferences.update(current -> current.withWindow(place));
        }
    }

    private void noteNormal() {
        boolean known = stage.getWidth() > 0 && stage.getHeight() > 0 && !Double.isNaN(stage.getX());
        if (known && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            normal = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private static boolean isOnAScreen(WindowPlace place) {
        double titleX = place.x() + place.width() / 2;
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> bounds.contains(titleX, Math.max(place.y(), bounds.getMinY()))
                        && place.y() < bounds.getMaxY() - REACHABLE
                        && place.y() > bounds.getMinY() - REACHABLE);
    }

    private static WindowPlace centred(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }
}
