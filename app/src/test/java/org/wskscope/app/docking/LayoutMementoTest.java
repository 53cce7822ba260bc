package org.wskscope.app.docking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("everyLocale")
class LayoutMementoTest {
    /** tree | (graph / table,problems) | inspector */
    private static final LayoutMemento DEFAULTS = new LayoutMemento(
            new DockBranch(
                    Orientation.HORIZONTAL,
                    List.of(
                            DockLeaf.of("tree"),
                            new DockBranch(
                                    Orientation.VERTICAL,
                                    List.of(DockLeaf.elastic("graph"), DockLeaf.of("table", "problems")),
                                    List.of(400.0, 200.0)),
                            DockLeaf.of("inspector")),
                    List.of(240.0, 900.0, 300.0)),
            Set.of());

    @Test
    void aClosedWindowComesBackWhereItWas() {
        LayoutMemento closed = DEFAULTS.closing("inspector");

        assertThat(closed.isOpen("inspector")).isFalse();
        assertThat(closed.opening("inspector")).isEqualTo(DEFAULTS);
    }

    @Test
    void whenTheTabInFrontIsClosedItsNeighbourIsInFrontUntilItReturns() {
        LayoutMemento closed = DEFAULTS.closing("table");

        assertThat(closed.isInFront("problems")).isTrue();
        assertThat(closed.opening("table").isInFront("table")).isTrue();
    }

    @Test
    void openingABackgroundTabBringsItToTheFront() {
        LayoutMemento opened = DEFAULTS.opening("problems");

        assertThat(opened.isInFront("problems")).isTrue();
        assertThat(opened.isInFront("table")).isFalse();
    }

    @Test
    void aWindowMovedAsATabJoinsTheOthersAndItsEmptyPlaceGoes() {
        LayoutMemento moved = DEFAULTS.moving("inspector", "table", DockSide.CENTER);

        assertThat(moved.leafOf("inspector"))
                .hasValueSatisfying(
                        leaf -> assertThat(leaf.windows()).containsExactly("table", "problems", "inspector"));
        assertThat(((DockBranch) moved.root()).children()).hasSize(2);
        assertThat(moved.isInFront("inspector")).isTrue();
    }

    @Test
    void aWindowMovedToASideSplitsThatPlace() {
        LayoutMemento moved = DEFAULTS.moving("problems", "graph", DockSide.RIGHT);

        assertThat(moved.root().windows()).containsExactly("tree", "graph", "problems", "table", "inspector");
        assertThat(moved.leafOf("problems"))
                .hasValueSatisfying(leaf -> assertThat(leaf.windows()).containsExactly("problems"));
    }

    @Test
    void aWindowMovedAlongItsBranchSharesTheRoomOfItsNeighbour() {
        LayoutMemento moved = DEFAULTS.moving("problems", "tree", DockSide.LEFT);

        assertThat(((DockBranch) moved.root()).sizes()).containsExactly(120.0, 120.0, 900.0, 300.0);
    }

    @Test
    void aTabDroppedOnTheEdgeOfItsOwnPlaceSplitsIt() {
        LayoutMemento moved = DEFAULTS.moving("table", "table", DockSide.BOTTOM);

        assertThat(moved.root().windows()).containsExactly("tree", "graph", "problems", "table", "inspector");
    }

    @Test
    void aLoneWindowDroppedOnItselfStays() {
        assertThat(DEFAULTS.moving("tree", "tree", DockSide.LEFT)).isEqualTo(DEFAULTS);
    }

    @Test
    void movingAnUnknownWindowChangesNothing() {
        assertThat(DEFAULTS.moving("ghost", "tree", DockSide.LEFT)).isEqualTo(DEFAULTS);
    }

    @Test
    void aLayoutOfAnOlderVersionLosesUnknownWindowsAndGainsNewOnes() {
        LayoutMemento old = new LayoutMemento(
                new DockBranch(
                        Orientation.HORIZONTAL,
                        List.of(DockLeaf.of("gone"), DockLeaf.of("problems", "vanished"), DockLeaf.of("tree")),
                        List.of(100.0, 200.0, 300.0)),
                Set.of("gone", "tree"));

        LayoutMemento fitted = old.fittedTo(DEFAULTS);

        assertThat(fitted.root().windows())
                .containsExactlyInAnyOrderElementsOf(DEFAULTS.root().windows());
        assertThat(fitted.leafOf("table"))
                .hasValueSatisfying(leaf -> assertThat(leaf.windows()).contains("problems"));
        assertThat(fitted.closed()).containsExactly("tree");
    }

    @Test
    void aLayoutOfOnlyUnknownWindowsGivesTheDefault() {
        LayoutMemento foreign = new LayoutMemento(DockLeaf.of("x"), Set.of());

        assertThat(foreign.fittedTo(DEFAULTS)).isEqualTo(DEFAULTS);
    }

    @Test
    void aWindowInTwoPlacesIsRefused() {
        DockBranch twice =
                new DockBranch(Orientation.VERTICAL, List.of(DockLeaf.of("a"), DockLeaf.of("a")), List.of(1.0, 1.0));

        assertThatThrownBy(() -> new LayoutMemento(twice, Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLayoutSurvivesItsFile() throws Exception {
        LayoutMemento left =
                DEFAULTS.moving("problems", "tree", DockSide.BOTTOM).closing("graph");

        JsonNode file = new ObjectMapper().readTree(LayoutJson.write(left).toString());

        assertThat(LayoutJson.read(file)).hasValue(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"root\":{\"windows\":[]}}",
                "{\"root\":{\"windows\":[\"a\"],\"selected\":\"b\"}}",
                "{\"root\":{\"split\":\"sideways\",\"parts\":[],\"sizes\":[]}}",
                "{\"root\":{\"windows\":[\"a\"],\"selected\":\"a\"},\"closed\":[\"b\"]}"
            })
    void whatIsNoLayoutIsReadAsNone(String json) throws Exception {
        assertThat(LayoutJson.read(new ObjectMapper().readTree(json))).isEmpty();
    }
}
