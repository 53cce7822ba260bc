package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wskscope.app.control.RowWindow.Placed;

class RowWindowTest {
    private static final long MANY = 5_000_000_000L;
    private static final double HEIGHT = 105;

    private final RowWindow window = new RowWindow();
    private long asked;

    /** Row 7 is as high as three. */
    private final RowWindow.Heights heights = row -> {
        asked++;
        return row == 7 ? 60 : 20;
    };

    @Test
    void onlyRowsNearTheWindowAreMeasured() {
        window.layOut(true, MANY, HEIGHT, heights);

        assertThat(window.placed()).hasSize(6);
        assertThat(asked).isLessThan(10);
    }

    @Test
    void followingShowsTheLastRowWholeAndCutsTheFirst() {
        window.layOut(true, MANY, HEIGHT, heights);

        Placed last = window.placed().get(5);
        assertThat(last).isEqualTo(new Placed(MANY - 1, 85, 20));
        assertThat(window.placed().get(0).y()).isEqualTo(-15);
        assertThat(window.atEnd()).isTrue();
    }

    @Test
    void fewRowsBeginAtTheUpperEdge() {
        window.layOut(true, 2, HEIGHT, heights);

        assertThat(window.placed()).containsExactly(new Placed(0, 0, 20), new Placed(1, 20, 20));
        assertThat(window.top()).isZero();
    }

    @Test
    void aPlaceInsideARowCutsItsUpperPart() {
        window.moveTo(3.25);
        window.layOut(false, MANY, HEIGHT, heights);

        assertThat(window.placed().get(0)).isEqualTo(new Placed(3, -5, 20));
    }

    @Test
    void scrollingGoesByPixelsAlsoOverAHighRow() {
        window.moveTo(6);
        window.scroll(50, MANY, heights);
        window.layOut(false, MANY, HEIGHT, heights);

        assertThat(window.placed().get(0)).isEqualTo(new Placed(7, -30, 60));

        window.scroll(-50, MANY, heights);
        window.layOut(false, MANY, HEIGHT, heights);
        assertThat(window.placed().get(0)).isEqualTo(new Placed(6, 0, 20));
    }

    @Test
    void nothingScrollsBeyondTheEnds() {
        window.scroll(-1_000, 100, heights);
        window.layOut(false, 100, HEIGHT, heights);
        assertThat(window.top()).isZero();

        window.scroll(100_000, 100, heights);
        window.layOut(false, 100, HEIGHT, heights);
        assertThat(window.placed().get(window.placed().size() - 1)).isEqualTo(new Placed(99, 85, 20));
    }

    @Test
    void aRowIsRevealedByTheLeastMove() {
        window.moveTo(20);
        window.layOut(false, 100, HEIGHT, heights);

        window.reveal(22, 100, HEIGHT, heights);
        assertThat(window.top()).isEqualTo(20);

        window.reveal(26, 100, HEIGHT, heights);
        window.layOut(false, 100, HEIGHT, heights);
        assertThat(window.placed()).contains(new Placed(26, 85, 20));

        window.reveal(3, 100, HEIGHT, heights);
        assertThat(window.top()).isEqualTo(3);
    }

    @Test
    void aRowThatIsHalfOutIsRevealedWhole() {
        window.moveTo(3.5);

        window.reveal(3, 100, HEIGHT, heights);

        assertThat(window.top()).isEqualTo(3);
    }

    @Test
    void rowsThatGoAwayPullTheOthersDown() {
        window.moveTo(90);
        window.layOut(false, 100, HEIGHT, heights);

        window.layOut(false, 20, HEIGHT, heights);

        assertThat(window.placed().get(window.placed().size() - 1)).isEqualTo(new Placed(19, 85, 20));
        window.layOut(false, 0, HEIGHT, heights);
        assertThat(window.placed()).isEqualTo(List.of());
    }
}
