package org.wskscope.app.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordHitsTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0, 0.5", "0, 0.01", "0, 0.00001", "70000, 0.3", "65536, 0.001"})
    void whatWasGatheredIsFoundByNumberAndBySequence(long from, double density) {
        Random random = new Random(7);
        HitCollector collector = new HitCollector(from);
        List<Long> wanted = new ArrayList<>();
        long to = from + 400_000;
        RecordHits early = RecordHits.NONE;
        for (long sequence = from; sequence < to; sequence++) {
            if (random.nextDouble() < density) {
                collector.add(sequence);
                wanted.add(sequence);
            }
            if (sequence == from + 200_000) {
                early = collector.view(sequence + 1);
            }
        }

        RecordHits hits = collector.view(to);

        assertThat(hits.count()).isEqualTo(wanted.size());
        for (int index = 0; index < wanted.size(); index++) {
            long sequence = wanted.get(index);
            assertThat(hits.at(index)).isEqualTo(sequence);
            assertThat(hits.countBefore(sequence)).isEqualTo(index);
            assertThat(hits.countBefore(sequence + 1)).isEqualTo(index + 1L);
        }
        assertThat(hits.countBefore(to)).isEqualTo(wanted.size());
        assertThat(hits.examinedTo()).isEqualTo(to);
        long inEarly =
                wanted.stream().filter(sequence -> sequence <= from + 200_000).count();
        assertThat(early.count()).isEqualTo(inEarly);
        assertThat(early.examinedTo()).isEqualTo(from + 200_001);
    }

    @Test
    void provisionalHitsAreInOneViewOnly() {
        HitCollector collector = new HitCollector(0);
        collector.add(5);

        RecordHits now = collector.view(70_000, 65_530, 65_540);
        RecordHits later = collector.view(70_000);

        assertThat(now.count()).isEqualTo(3);
        assertThat(now.at(2)).isEqualTo(65_540);
        assertThat(later.count()).isEqualTo(1);
        assertThat(later.contains(5)).isTrue();
        assertThat(later.contains(65_540)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 15, 16, 17, 100, 10_000})
    void aBlockNeverTakesMoreThanABitForARecord(int every) {
        long[] gathered = HitBlock.gathering();
        int count = 0;
        for (int offset = 0; offset < HitBlock.RECORDS; offset += every) {
            gathered[offset / Long.SIZE] |= 1L << offset % Long.SIZE;
            count++;
        }

        HitBlock block = HitBlock.of(gathered, count);

        assertThat(block.bytes()).isEqualTo(Math.min(HitBlock.RECORDS / Byte.SIZE, count * Character.BYTES));
        assertThat(block.at(count - 1)).isEqualTo((count - 1) * every);
    }
}
