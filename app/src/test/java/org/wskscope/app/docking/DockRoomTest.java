package org.wskscope.app.docking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Orientation;
import org.junit.jupiter.api.Test;

class DockRoomTest {
    /** As the program has it: a column at the left, the centre over the table, one window at the right. */
    private static final LayoutMemento LAYOUT = new LayoutMemento(
            new DockBranch(
                    Orientation.HORIZONTAL,
                    List.of(
                            new DockBranch(
                                    Orientation.VERTICAL,
                                    List.of(DockLeaf.of("tree"), DockLeaf.of("scenarios")),
                                    List.of(420.0, 560.0)),
                            new DockBranch(
                                    Orientation.VERTICAL,
                                    List.of(
                                            DockLeaf.elastic("graph"),
                                            DockLeaf.elastic("timeline"),
                                            DockLeaf.of("events", "problems")),
                                    List.of(420.0, 352.0, 206.0)),
                            DockLeaf.of("inspector")),
                    List.of(248.0, 1070.0, 318.0)),
            Set.of());

    @Test
    void withRoomNothingGivesWay() {
        assertThat(away(1246, 728)).isEmpty();
        assertThat(away(820, 410)).isEmpty();
    }

    @Test
    void theSidesGiveWayBeforeTheBottomTheLastFirst() {
        assertThat(away(819, 500)).containsExactly("inspector");
        assertThat(away(579, 500)).containsExactlyInAnyOrder("inspector", "tree", "scenarios");
        assertThat(away(579, 409)).containsExactlyInAnyOrder("inspector", "tree", "scenarios", "events", "problems");
    }

    @Test
    void theBottomAloneGivesWayWhereOnlyTheHeightIsMissing() {
        assertThat(away(1246, 400)).containsExactlyInAnyOrder("events", "problems");
    }

    @Test
    void inTheEndOneWindowOfTheCentreIsLeft() {
        assertThat(away(300, 250)).doesNotContain("timeline").contains("graph", "tree", "inspector");
    }

    @Test
    void whereOnlyTheCentreIsLeftItsWindowsAreLowRatherThanMissing() {
        Map<String, LeastHeight> heights =
                Map.of("graph", new LeastHeight(130, 72), "timeline", new LeastHeight(190, 94));

        assertThat(DockRoom.away(LAYOUT, heights, 400, 195, ""))
                .doesNotContain("graph", "timeline")
                .contains("events", "tree", "inspector");
        assertThat(DockRoom.away(LAYOUT, heights, 400, 165, ""))
                .contains("graph")
                .doesNotContain("timeline");
        assertThat(DockRoom.away(LAYOUT, heights, 400, 195, "events")).contains("graph", "timeline");
        assertThat(DockSizes.share(
                        195, List.of(new DockSizes.Part(420, true, 130), new DockSizes.Part(352, true, 190))))
                .containsExactly(79, 116);
    }

    @Test
    void whatSomebodyAskedForStaysAndOthersGiveWayToIt() {
        assertThat(away(590, 500, "inspector")).contains("tree", "scenarios").doesNotContain("inspector", "graph");
        assertThat(away(400, 300, "inspector")).doesNotContain("inspector").contains("graph", "timeline", "tree");
        assertThat(away(400, 300, "problems")).doesNotContain("problems").contains("graph", "inspector");
        assertThat(away(300, 250, "graph")).doesNotContain("graph").contains("timeline");
    }

    @Test
    void aPartTheUserMadeSmallNeedsNoMoreThanThat() {
        DockBranch root = (DockBranch) LAYOUT.root();
        LayoutMemento narrow = new LayoutMemento(
                new DockBranch(root.orientation(), root.children(), List.of(100.0, 1070.0, 318.0)), Set.of());

        assertThat(DockRoom.away(narrow, Map.of(), 700, 500, "")).isEmpty();
    }

    @Test
    void aWindowThatNeedsMoreHeightGetsIt() {
        assertThat(DockRoom.away(LAYOUT, Map.of("timeline", new LeastHeight(200, 100)), 820, 440, ""))
                .contains("events");
    }

    @Test
    void aClosedWindowIsNotAway() {
        LayoutMemento closed = LAYOUT.closing("inspector");

        assertThat(DockRoom.away(closed, Map.of(), 819, 500, "")).isEmpty();
    }

    private static Set<String> away(double width, double height) {
        return away(width, height, "");
    }

    private static Set<String> away(double width, double height, String asked) {
        return DockRoom.away(LAYOUT, Map.of(), width, height, asked);
    }
}
