package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.wskscope.app.preferences.WindowPlace;

class ScreenPlacesTest {
    private static final Rectangle2D LEFT = new Rectangle2D(0, 0, 1680, 1050);
    private static final Rectangle2D RIGHT = new Rectangle2D(1680, 0, 1280, 800);

    @Test
    void theFirstPlaceIsInTheMiddleAndNoLargerThanTheScreen() {
        assertThat(ScreenPlaces.first(new Rectangle2D(0, 0, 1920, 1080)))
                .isEqualTo(new WindowPlace(120, 15, 1680, 1050, false, false));
        assertThat(ScreenPlaces.first(RIGHT)).isEqualTo(new WindowPlace(1680, 0, 1280, 800, false, false));
    }

    @Test
    void aPlaceThatCanBeReachedIsKept() {
        WindowPlace partlyOutside = new WindowPlace(-900, 40, 1200, 800, true, false);

        assertThat(ScreenPlaces.reachable(partlyOutside, List.of(LEFT, RIGHT))).isEqualTo(partlyOutside);
    }

    @Test
    void aPlaceOffEveryScreenComesBackInsideInItsSize() {
        WindowPlace screenGone = new WindowPlace(3200, 300, 1200, 700, false, true);

        assertThat(ScreenPlaces.reachable(screenGone, List.of(LEFT)))
                .isEqualTo(new WindowPlace(480, 300, 1200, 700, false, true));
    }

    @Test
    void aTitleAboveTheScreenComesDown() {
        WindowPlace above = new WindowPlace(100, -40, 900, 600, false, false);

        assertThat(ScreenPlaces.reachable(above, List.of(LEFT)))
                .isEqualTo(new WindowPlace(100, 0, 900, 600, false, false));
    }

    @Test
    void aWindowLargerThanTheScreenItIsMostlyOnFitsIt() {
        WindowPlace large = new WindowPlace(1700, 100, 1600, 900, false, false);

        assertThat(ScreenPlaces.reachable(large, List.of(LEFT, RIGHT)))
                .isEqualTo(new WindowPlace(1680, 0, 1280, 800, false, false));
    }
}
