package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeViewportTest {
    @Test
    void noMoreThanALittleRoomIsShownBeforeTheBegin() {
        TimeViewport early = new TimeViewport(-50e9, 100e9).notBeforeBegin();

        assertThat(early.start()).isEqualTo(-4e9);
        assertThat(early.span()).isEqualTo(100e9);
        assertThat(new TimeViewport(5, 100).notBeforeBegin()).isEqualTo(new TimeViewport(5, 100));
    }

    private static final double MS = 1e6;

    @Test
    void aMomentAndItsPixelAreEachOthersInverse() {
        TimeViewport view = new TimeViewport(10 * MS, 50 * MS);

        assertThat(view.xOf(35 * MS, 1000)).isEqualTo(500);
        assertThat(view.nanosAt(view.xOf(42.5 * MS, 1000), 1000)).isCloseTo(42.5 * MS, within(1e-3));
    }

    @Test
    void zoomingLeavesTheMomentUnderThePointerWhereItIs() {
        TimeViewport view = new TimeViewport(10 * MS, 40 * MS);
        double pointed = view.nanosAt(300, 1000);

        TimeViewport zoomed = view.zoomedAt(0.3, 0.5);

        assertThat(zoomed.span()).isEqualTo(20 * MS);
        assertThat(zoomed.xOf(pointed, 1000)).isCloseTo(300, within(1e-6));
    }

    @Test
    void zoomingInEndsAtTenNanosecondsAndStillHoldsThePointer() {
        TimeViewport view = new TimeViewport(0, 15);

        TimeViewport zoomed = view.zoomedAt(1, 0.01);

        assertThat(zoomed.span()).isEqualTo(TimeViewport.MIN_SPAN);
        assertThat(zoomed.end()).isEqualTo(15);
    }

    @Test
    void zoomingOutEndsAtTheLongestSpan() {
        assertThat(new TimeViewport(0, 1e14).zoomedAt(0.5, 1e9).span()).isEqualTo(TimeViewport.MAX_SPAN);
    }

    @Test
    void panningByATenthMovesByATenthOfTheSpan() {
        assertThat(new TimeViewport(100, 1000).pannedBy(0.1)).isEqualTo(new TimeViewport(200, 1000));
    }

    @Test
    void followingKeepsTheSpanAndShowsTheTailNearTheRightEdge() {
        TimeViewport following = new TimeViewport(0, 100 * MS).following(500 * MS);

        assertThat(following.span()).isEqualTo(100 * MS);
        assertThat(following.xOf(500 * MS, 1000)).isCloseTo(960, within(1e-6));
    }

    @Test
    void fittingShowsBothEndsWithRoomAroundThem() {
        TimeViewport fitted = TimeViewport.fitting(20 * MS, 60 * MS);

        assertThat(fitted.start()).isLessThan(20 * MS);
        assertThat(fitted.end()).isGreaterThan(60 * MS);
        assertThat(fitted.span()).isLessThan(50 * MS);
    }

    @Test
    void aViewThatLeftTheSessionIsBroughtBack() {
        TimeViewport lost = new TimeViewport(1e12, 100 * MS);

        TimeViewport kept = lost.keptWithin(0, 500 * MS);

        assertThat(kept.shows(0, 500 * MS)).isTrue();
        assertThat(kept.span()).isEqualTo(lost.span());
    }

    @Test
    void aRangeDrawnBackwardsIsTheSameRange() {
        assertThat(TimeViewport.between(900, 400)).isEqualTo(TimeViewport.between(400, 900));
    }

    @Test
    void whatIsNotANumberIsRefused() {
        assertThatThrownBy(() -> new TimeViewport(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
