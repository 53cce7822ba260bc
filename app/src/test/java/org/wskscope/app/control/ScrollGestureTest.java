package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

class ScrollGestureTest {
    private final ScrollGesture gesture = new ScrollGesture();

    /** One event of a wheel or a trackpad that moved that far. */
    static ScrollEvent scroll(double dx, double dy, boolean shortcut) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                10,
                10,
                10,
                10,
                false,
                shortcut,
                false,
                shortcut,
                false,
                false,
                dx,
                dy,
                dx,
                dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void take(double dx, double dy) {
        gesture.take(scroll(dx, dy, false));
    }

    @Test
    void theAxisThatMovedFurtherCounts() {
        take(-3, 20);

        assertThat(gesture.dx()).isZero();
        assertThat(gesture.dy()).isEqualTo(20);

        take(50, 20);

        assertThat(gesture.dx()).isEqualTo(50);
        assertThat(gesture.dy()).isZero();
    }

    @Test
    void aTinySidewaysMovementIsNone() {
        for (int event = 0; event < 5; event++) {
            take(2, 0);
            assertThat(gesture.dx()).isZero();
            take(0, 8);
        }
        take(3, 1);

        assertThat(gesture.dx()).isZero();
    }

    @Test
    void whatWasGatheredBeforeItBeganIsNotLost() {
        take(7, 0);
        take(7, 1);

        assertThat(gesture.dx()).isEqualTo(14);

        take(1, 0);

        assertThat(gesture.dx()).isEqualTo(1);
    }

    @Test
    void aClickOfAWheelIsNeverTooLittle() {
        take(-ScrollGesture.WHEEL_PIXELS, 0);

        assertThat(gesture.dx()).isEqualTo(-ScrollGesture.WHEEL_PIXELS);
    }
}
