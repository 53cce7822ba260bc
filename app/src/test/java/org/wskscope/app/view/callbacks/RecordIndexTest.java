package org.wskscope.app.view.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.wskscope.app.theme.Hue;

class RecordIndexTest {
    /** Every third record is about C1. */
    private final LongFunction<FilterCandidate> records = sequence -> RecordFilterTest.candidate(new RecordLine(
            sequence, "", "", "", sequence % 3 == 0 ? "C1" : "C2", "", "", "", Hue.NEUTRAL, Hue.NEUTRAL));

    private final RecordIndex index = new RecordIndex();

    @Test
    void withoutAFilterARowIsItsRecord() {
        index.advance(1_000_000, 10, records);

        assertThat(index.size()).isEqualTo(1_000_000);
        assertThat(index.sequenceAt(999_999)).isEqualTo(999_999);
        assertThat(index.hidden()).isZero();
    }

    @Test
    void aFilterAdvancesByItsBudget() throws RecordFilter.NotAFilter {
        index.setFilter(RecordFilter.parse("socket:C1"));

        assertThat(index.advance(100, 30, records)).isTrue();
        assertThat(index.size()).isEqualTo(10);
        assertThat(index.hidden()).isEqualTo(20);

        assertThat(index.advance(100, 100, records)).isFalse();
        assertThat(index.size()).isEqualTo(34);
        assertThat(index.hidden()).isEqualTo(66);
        assertThat(index.sequenceAt(33)).isEqualTo(99);
    }

    @Test
    void aPlayheadThatGoesBackHidesLaterRecords() throws RecordFilter.NotAFilter {
        index.setFilter(RecordFilter.parse("socket:C1"));
        index.advance(100, 100, records);

        index.advance(50, 100, records);

        assertThat(index.size()).isEqualTo(17);
        assertThat(index.rowOf(51)).isEqualTo(-1);
    }

    @Test
    void aRecordIsFoundInItsRow() throws RecordFilter.NotAFilter {
        index.setFilter(RecordFilter.parse("socket:C1"));
        index.advance(100, 100, records);

        assertThat(index.rowOf(30)).isEqualTo(10);
        assertThat(index.rowOf(31)).isEqualTo(-1);
    }

    @Test
    void theRowsGrowAndShrinkAtTheirEnd() {
        VirtualRecords rows = new VirtualRecords();
        StringBuilder changes = new StringBuilder();
        rows.addListener((ListChangeListener<Integer>) change -> {
            while (change.next()) {
                changes.append(change.getFrom()).append('+').append(change.getAddedSize());
                changes.append('-').append(change.getRemovedSize()).append(' ');
            }
        });

        rows.resize(5);
        rows.resize(3);
        rows.replaced(4);

        assertThat(rows).containsExactly(0, 1, 2, 3);
        assertThat(changes.toString().strip()).isEqualTo("0+5-0 3+0-2 0+4-3");
    }
}
