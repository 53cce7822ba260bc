package org.wskscope.app.docking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockSizesTest {
    private static final DockSizes.Part LEFT = new DockSizes.Part(240, false);
    private static final DockSizes.Part CENTRE = new DockSizes.Part(900, true);
    private static final DockSizes.Part RIGHT = new DockSizes.Part(300, false);

    @Test
    void fixedPartsKeepTheirSizeAndTheElasticOneTakesTheRest() {
        assertThat(DockSizes.share(2000, List.of(LEFT, CENTRE, RIGHT))).containsExactly(240, 1460, 300);
    }

    @Test
    void aNarrowWindowLeavesTheElasticPartItsShare() {
        double[] sizes = DockSizes.share(600, List.of(LEFT, CENTRE, RIGHT));

        assertThat(sizes[1]).isBetween(239.0, 242.0);
        assertThat(sizes[0] + sizes[1] + sizes[2]).isEqualTo(600);
    }

    @Test
    void withoutAnElasticPartTheRoomIsSharedInProportion() {
        assertThat(DockSizes.share(1080, List.of(LEFT, RIGHT))).containsExactly(480, 600);
    }

    @Test
    void elasticPartsShareInProportion() {
        DockSizes.Part other = new DockSizes.Part(300, true);

        assertThat(DockSizes.share(1200, List.of(CENTRE, other))).containsExactly(900, 300);
    }

    @Test
    void aDividerGivesOnePartWhatItTakesFromTheOther() {
        assertThat(DockSizes.dragged(new double[] {200, 300, 400}, 1, -50, 48)).containsExactly(200, 250, 450);
    }

    @ParameterizedTest
    @CsvSource({"-1000,48,452", "1000,452,48"})
    void aDividerStopsBeforeAPartVanishes(double delta, double first, double second) {
        assertThat(DockSizes.dragged(new double[] {200, 300}, 0, delta, 48)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({"50,50,CENTER", "5,50,LEFT", "95,50,RIGHT", "50,3,TOP", "50,98,BOTTOM", "10,4,TOP"})
    void theNearestEdgeDecidesWhereAWindowGoes(double x, double y, DockSide side) {
        assertThat(DockSide.at(x, y, 100, 100)).isEqualTo(side);
    }
}
