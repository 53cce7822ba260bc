package org.wskscope.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wskscope.app.control.RowSelection.Range;

class RowSelectionTest {
    private final RowSelection selection = new RowSelection();

    @Test
    void aRangeGoesFromTheAnchorWhereverItIs() {
        selection.only(10);

        selection.extendTo(14);
        assertThat(selection.ranges()).containsExactly(new Range(10, 14));

        selection.extendTo(7);
        assertThat(selection.ranges()).containsExactly(new Range(7, 10));
        assertThat(selection.lead()).isEqualTo(7);
    }

    @Test
    void togglingSplitsARange() {
        selection.all(0, 9_999_999);

        selection.toggle(5_000_000);

        assertThat(selection.ranges()).containsExactly(new Range(0, 4_999_999), new Range(5_000_001, 9_999_999));
        assertThat(selection.contains(5_000_000)).isFalse();
        assertThat(selection.contains(4_999_999)).isTrue();
        assertThat(selection.contains(9_999_999)).isTrue();
        assertThat(selection.contains(10_000_000)).isFalse();
    }

    @Test
    void togglingAddsInOrder() {
        selection.only(10);
        selection.toggle(3);
        selection.toggle(20);
        selection.toggle(10);

        assertThat(selection.ranges()).containsExactly(new Range(3, 3), new Range(20, 20));
    }

    @Test
    void nothingIsSelectedAfterClearing() {
        selection.only(1);
        selection.clear();

        assertThat(selection.contains(1)).isFalse();
        assertThat(selection.lead()).isEqualTo(RowSelection.NONE);
    }
}
