package org.wskscope.engine.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.chance.FirstChoice;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.transport.TransportProcessor;

class SchedulerTest {
    private final List<String> done = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();

    private MemoryTransport transport(int processors, Choices choices) {
        return new MemoryTransport(new MemoryNetwork(choices, Wire.IDEAL), processors);
    }

    @Test
    void timeStandsUntilNothingIsDueAndThenJumps() {
        MemoryTransport transport = transport(1, new FirstChoice());
        Scheduler scheduler = transport.network().scheduler();
        TransportProcessor processor = transport.processor(0);
        processor.schedule(() -> done.add("late at " + scheduler.clock().nanoTime()), 700);
        processor.schedule(() -> done.add("early at " + scheduler.clock().nanoTime()), 300);
        processor.execute(() -> done.add("now at " + scheduler.clock().nanoTime()));

        assertThat(scheduler.runUntilIdle()).isTrue();

        assertThat(done).containsExactly("now at 0", "early at 300", "late at 700");
        assertThat(scheduler.isIdle()).isTrue();
        assertThat(scheduler.itemCount()).isEqualTo(3);
    }

    @Test
    void runningForATimeEndsAtItsEndAndNotBefore() {
        MemoryTransport transport = transport(1, new FirstChoice());
        Scheduler scheduler = transport.network().scheduler();
        transport.processor(0).schedule(() -> done.add("at 10"), 10);
        transport.processor(0).schedule(() -> done.add("at 11"), 11);

        scheduler.runFor(10);

        assertThat(done).containsExactly("at 10");
        assertThat(scheduler.clock().nanoTime()).isEqualTo(10);
        scheduler.runFor(100);
        assertThat(done).containsExactly("at 10", "at 11");
        assertThat(scheduler.clock().nanoTime()).isEqualTo(110);
    }

    @Test
    void aTimerThatIsSetAgainAndAgainDoesNotRunForEver() {
        MemoryTransport transport = transport(1, new FirstChoice());
        Runnable[] again = new Runnable[1];
        again[0] = () -> transport.processor(0).schedule(again[0], 5);
        again[0].run();

        assertThat(transport.network().scheduler().runUntilIdle(1_000)).isFalse();

        assertThat(transport.network().scheduler().clock().nanoTime()).isEqualTo(5_000);
    }

    @Test
    void theOrdinaryCourseIsFirstComeFirstServedOverAllProcessors() {
        MemoryTransport transport = transport(3, new FirstChoice());
        for (int i = 0; i < 6; i++) {
            int number = 5 * i % 3;
            int turn = i;
            transport.processor(number).execute(() -> done.add(turn + " on " + number));
        }

        transport.network().scheduler().runUntilIdle();

        assertThat(done).containsExactly("0 on 0", "1 on 2", "2 on 1", "3 on 0", "4 on 2", "5 on 1");
    }

    @Test
    void whoseTurnItIsGoesThroughTheChoices() {
        MemoryTransport transport = transport(3, (point, key, ordinal, options) -> {
            assertThat(point).isEqualTo(ChoicePoint.NEXT_ITEM);
            // Named by the processor whose item has waited longest, and counted for each of them.
            assertThat(key).isEqualTo(1);
            assertThat(ordinal).isEqualTo(asked.size());
            asked.add(options);
            return options - 1;
        });
        for (int number = 0; number < 3; number++) {
            String name = "on " + number;
            transport.processor(number).execute(() -> done.add(name));
            transport.processor(number).execute(() -> done.add(name + " again"));
        }

        transport.network().scheduler().runUntilIdle();

        assertThat(done).containsExactly("on 2", "on 2 again", "on 1", "on 1 again", "on 0", "on 0 again");
        assertThat(asked).containsExactly(3, 3, 2, 2);
    }

    @Test
    void anItemMayRunOthersAndItsOwnProcessorRestsMeanwhile() {
        MemoryTransport transport = transport(2, new FirstChoice());
        Scheduler scheduler = transport.network().scheduler();
        transport.processor(0).execute(() -> {
            transport.processor(0).execute(() -> done.add("own"));
            transport.processor(1).execute(() -> done.add("other, current " + transport.currentProcessor()));
            while (scheduler.step()) {
                assertThat(transport.currentProcessor()).isZero();
            }
            done.add("waited, current " + transport.currentProcessor());
        });

        scheduler.runUntilIdle();

        assertThat(done).containsExactly("other, current 1", "waited, current 0", "own");
        assertThat(transport.currentProcessor()).isEqualTo(-1);
    }

    @Test
    void otherThreadsHandTasksOverButDoNotRunThem() throws InterruptedException {
        MemoryTransport transport = transport(1, new FirstChoice());
        Scheduler scheduler = transport.network().scheduler();
        Thread owner = Thread.currentThread();
        List<Throwable> refusals = new ArrayList<>();
        Thread other = new Thread(() -> {
            transport.processor(0).execute(() -> done.add("by owner " + (Thread.currentThread() == owner)));
            assertThat(transport.currentProcessor()).isEqualTo(-1);
            try {
                scheduler.step();
            } catch (IllegalStateException refused) {
                refusals.add(refused);
            }
        });
        other.start();
        other.join();

        assertThat(refusals).hasSize(1);
        assertThat(done).isEmpty();
        scheduler.runUntilIdle();
        assertThat(done).containsExactly("by owner true");
    }

    @Test
    void whatNobodyRunsCannotBeHandedOverWithoutEnd() throws InterruptedException {
        MemoryTransport transport = transport(1, new FirstChoice());
        List<Throwable> refusals = new ArrayList<>();
        Thread other = new Thread(() -> {
            try {
                for (int i = 0; i <= Inbox.LIMIT; i++) {
                    transport.processor(0).execute(() -> {});
                }
            } catch (IllegalStateException full) {
                refusals.add(full);
            }
        });
        other.start();
        other.join();

        assertThat(refusals).hasSize(1);
    }

    @Test
    void aTransportCannotBeClosedFromInside() {
        MemoryTransport transport = transport(1, new FirstChoice());
        transport.processor(0).execute(() -> {
            assertThatIllegalStateException().isThrownBy(transport::close);
            done.add("refused");
        });

        transport.network().scheduler().runUntilIdle();

        assertThat(done).containsExactly("refused");
    }

    @Test
    void timersComeInOrderWhateverIsTakenOut() {
        TimedItems timed = new TimedItems();
        Random random = new Random(20_261_121);
        List<Item> kept = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Item item = new Item() {
                @Override
                void run() {}
            };
            timed.add(item, random.nextInt(500));
            if (random.nextInt(3) == 0 && !kept.isEmpty()) {
                timed.remove(kept.remove(random.nextInt(kept.size())));
            }
            kept.add(item);
        }

        List<Item> taken = new ArrayList<>();
        while (!timed.isEmpty()) {
            taken.add(timed.takeEarliest());
        }

        kept.sort((one, other) -> one.dueNanos != other.dueNanos
                ? Long.compare(one.dueNanos, other.dueNanos)
                : Long.compare(one.order, other.order));
        assertThat(taken).containsExactlyElementsOf(kept);
    }

    @Test
    void aSeedGivesTheNumbersItAlwaysGave() {
        SeededChoices choices = new SeededChoices(42);
        int[] numbers = new int[8];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = choices.choose(ChoicePoint.LATENCY, 7, i, 1_000);
        }

        assertThat(numbers).containsExactly(437, 392, 213, 57, 718, 632, 852, 117);
    }

    @Test
    void aTaskThatThrowsFailsTheRun() {
        MemoryNetwork network = new MemoryNetwork(new SeededChoices(1), Wire.IDEAL);
        MemoryTransport transport = new MemoryTransport(network, 1);
        transport.processor(0).execute(() -> {
            throw new UnsupportedOperationException("thrown on purpose by a test");
        });

        assertThatThrownBy(() -> network.scheduler().runUntilIdle())
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(UnsupportedOperationException.class);
    }
}
