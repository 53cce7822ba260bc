package org.wskscope.app.workbench;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.wskscope.app.preferences.WindowPlace;

/** Where a window can be on the screens there are. Pure. */
final class ScreenPlaces {
    private static final double WIDTH = 1680;
    private static final double HEIGHT = 1050;
    /** At least this much of the title must be reachable. */
    private static final double REACHABLE = 100;

    private ScreenPlaces() {}

    /** The place of a window that was never closed: in the middle of the screen, as large as there is room and use for. */
    static WindowPlace first(Rectangle2D screen) {
        double width = Math.min(WIDTH, screen.getWidth());
        double height = Math.min(HEIGHT, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false,
                false);
    }

    /**
     * The place itself where its title can be reached and it is no larger than a screen; else the nearest one inside the screen it shares most with.
     *
     * @param screens what of each screen windows may cover; at least one, the primary one first
     */
    static WindowPlace reachable(WindowPlace place, List<Rectangle2D> screens) {
        Rectangle2D screen = screens.stream()
                .max(Comparator.comparingDouble(candidate -> shared(place, candidate)))
                .orElseThrow(() -> new IllegalArgumentException("There is no screen."));
        boolean fits = place.width() <= screen.getWidth() && place.height() <= screen.getHeight();
        if (fits && isTitleOn(place, screen)) {
            return place;
        }
        double width = Math.min(place.width(), screen.getWidth());
        double height = Math.min(place.height(), screen.getHeight());
        return place.at(
                clamp(place.x(), screen.getMinX(), screen.getMaxX() - width),
                clamp(place.y(), screen.getMinY(), screen.getMaxY() - height),
                width,
                height);
    }

    private static boolean isTitleOn(WindowPlace place, Rectangle2D screen) {
        double across = Math.min(place.x() + place.width(), screen.getMaxX()) - Math.max(place.x(), screen.getMinX());
        return across >= REACHABLE && place.y() >= screen.getMinY() && place.y() < screen.getMaxY() - REACHABLE;
    }

    private static double shared(WindowPlace place, Rectangle2D screen) {
        double across = Math.min(place.x() + place.width(), screen.getMaxX()) - Math.max(place.x(), screen.getMinX());
        double down = Math.min(place.y() + place.height(), screen.getMaxY()) - Math.max(place.y(), screen.getMinY());
        return Math.max(0, across) * Math.max(0, down);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
