package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneViewTest {
    private static final int PIXELS = 1600;
    private static final long BARS = 1_000_000;

    private final LaneColumns lane = new LaneColumns(new LaneKey(LaneKind.CALLBACKS, 1));
    private long sequence = 1;
    private long nowNanos;

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.3, 0.01, 1e-4})
    void aMillionBarsCostNoMoreThanThePixels(double part) {
        for (int i = 0; i < BARS; i++) {
            addBar(40, i % 3);
            nowNanos += 60;
        }
        long to = (long) (nowNanos * part);
        Seen seen = new Seen();

        window().visit(0, to, (double) to / PIXELS, seen);

        assertThat(seen.bars.size() + seen.groups.size()).isBetween(1, 2 * PIXELS + 2);
        assertThat(seen.count()).isBetween((long) (BARS * part) - 1, (long) (BARS * part) + 1);
    }

    @Test
    void aRequestIsFoundFromTheRecordThatCompletesItWithoutLookingAtLaterOnes() {
        lane.open(sequence++, nowNanos, 0, 0, 7);
        long completed = sequence++;
        for (int later = 0; later < 100_000; later++) {
            lane.open(sequence++, nowNanos, 0, 0, 8 + later);
        }
        lane.open(sequence++, nowNanos, 0, 0, 7);

        assertThat(window().indexOfRequest(7, completed)).isZero();
        assertThat(window().indexOfRequest(7, sequence)).isEqualTo(100_001);
        assertThat(window().indexOfRequest(9, completed)).isEqualTo(-1);
    }

    @Test
    void aMillionOverlappingBarsAreBoundedToo() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            nowNanos += 100;
            open.add(lane.open(sequence++, nowNanos, 1, 0, 0));
        }
        nowNanos += 1000;
        open.forEach(bar -> lane.close(bar, sequence++, nowNanos, 0));
        Seen seen = new Seen();

        window().visit(0, nowNanos, (double) nowNanos / PIXELS, seen);

        assertThat(seen.bars.size() + seen.groups.size())
                .isLessThanOrEqualTo((BarGrouping.WIDE_PER_PIXEL + 2) * (PIXELS + 2));
        assertThat(seen.count()).isEqualTo(BARS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 100, 1023, 1024, 1025, 5000})
    void everyOverlappingBarIsVisitedOnceWithoutGrouping(int bars) {
        for (int i = 0; i < bars; i++) {
            addBar(i % 7 == 0 ? 500 : 10, 0);
            nowNanos += 15;
        }
        LaneView view = window();
        long from = nowNanos / 3;
        long to = nowNanos / 2;
        Seen seen = new Seen();

        view.visit(from, to, 0, seen);

        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < view.size(); i++) {
            Bar bar = view.bar(i);
            if (bar.endNanos() >= from && bar.startNanos() <= to) {
                expected.add(i);
            }
        }
        assertThat(seen.bars.stream().map(Bar::index)).containsExactlyElementsOf(expected);
    }

    @Test
    void aLongBarThatBeganBeforeTheViewIsFound() {
        int longBar = lane.open(sequence++, nowNanos, 3, 0, 0);
        for (int i = 0; i < 50_000; i++) {
            nowNanos += 10;
            addBar(5, 0);
        }
        lane.close(longBar, sequence++, nowNanos, 0);
        Seen seen = new Seen();

        window().visit(nowNanos - 20, nowNanos, 1000, seen);

        assertThat(seen.bars).extracting(Bar::index).contains(longBar);
    }

    @Test
    void anOpenBarStaysVisibleAmongManyInOnePixel() {
        for (int i = 0; i < 10_000; i++) {
            addBar(1, 0);
        }
        int inFlight = lane.open(sequence++, nowNanos, 3, 0, 0);
        Seen seen = new Seen();

        window().visit(0, nowNanos, nowNanos, seen);

        assertThat(seen.bars).extracting(Bar::index).containsExactly(inFlight);
        assertThat(seen.count()).isEqualTo(10_001);
    }

    @Test
    void anOlderPlayheadDoesNotSeeALaterEnd() {
        int bar = lane.open(sequence++, 100, 3, 64, 0);
        long playhead = sequence;
        LaneView before = new LaneWindow(lane, playhead, 150);
        lane.pause(bar, sequence++);
        lane.close(bar, sequence++, 900, 0xC000021B);

        Bar seen = before.bar(0);

        assertThat(seen.isOpen()).isTrue();
        assertThat(seen.waiting()).isFalse();
        assertThat(seen.status()).isZero();
        assertThat(seen.endNanos()).isEqualTo(150);
        assertThat(window().bar(0).endNanos()).isEqualTo(900);
    }

    @Test
    void aBarIsFoundByTheRecordThatBeganIt() {
        for (int i = 0; i < 200; i++) {
            addBar(5, 0);
        }
        LaneView view = window();

        assertThat(view.indexOf(view.bar(117).startSequence())).isEqualTo(117);
        assertThat(view.indexOf(view.bar(117).endSequence())).isEqualTo(-1);
        assertThat(view.indexOf(sequence + 5)).isEqualTo(-1);
    }

    private void addBar(long duration, int code) {
        int bar = lane.open(sequence++, nowNanos, code, 0, 0);
        nowNanos += duration;
        lane.close(bar, sequence++, nowNanos, 0);
    }

    private LaneView window() {
        return new LaneWindow(lane, sequence, nowNanos);
    }

    private static final class Seen implements BarVisitor {
        final List<Bar> bars = new ArrayList<>();
        final List<Integer> groups = new ArrayList<>();

        @Override
        public void bar(Bar bar) {
            bars.add(bar);
        }

        @Override
        public void group(long startNanos, long endNanos, int count, int codes) {
            groups.add(count);
        }

        long count() {
            return bars.size() + groups.stream().mapToLong(count -> count).sum();
        }
    }
}
