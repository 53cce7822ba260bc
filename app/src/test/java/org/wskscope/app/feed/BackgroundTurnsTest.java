package org.wskscope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wskscope.app.state.BackgroundWork;

class BackgroundTurnsTest {
    private static final long LIMIT_SECONDS = 20;

    @Test
    void aJobGetsTurnsUntilItHasNothingToDoAndAgainWhenItIsWoken() throws InterruptedException {
        try (BackgroundTurns turns = new BackgroundTurns()) {
            CountDownLatch first = new CountDownLatch(3);
            CountDownLatch second = new CountDownLatch(4);
            BackgroundWork.Running running = turns.start(() -> {
                first.countDown();
                second.countDown();
                return second.getCount() > 1;
            });
            assertThat(first.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();

            running.wake();

            assertThat(second.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void twoJobsTakeTurns() throws InterruptedException {
        try (BackgroundTurns turns = new BackgroundTurns()) {
            CountDownLatch both = new CountDownLatch(1);
            AtomicInteger endless = new AtomicInteger();
            turns.start(() -> endless.incrementAndGet() > 0);
            turns.start(() -> {
                both.countDown();
                return false;
            });

            assertThat(both.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aStoppedJobGetsNoMoreTurnsAndTheThreadEndsWithItsOwner() throws InterruptedException {
        Thread[] thread = new Thread[1];
        AtomicInteger count = new AtomicInteger();
        try (BackgroundTurns turns = new BackgroundTurns()) {
            CountDownLatch began = new CountDownLatch(1);
            CountDownLatch other = new CountDownLatch(2);
            BackgroundWork.Running running = turns.start(() -> {
                thread[0] = Thread.currentThread();
                count.incrementAndGet();
                began.countDown();
                return true;
            });
            assertThat(began.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            running.stop();
            turns.start(() -> {
                other.countDown();
                return other.getCount() > 0;
            });
            assertThat(other.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            int stopped = count.get();

            turns.start(() -> false).wake();

            assertThat(count.get()).isEqualTo(stopped);
        }
        assertThat(thread[0].isAlive()).isFalse();
    }
}
