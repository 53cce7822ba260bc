package org.wskscope.engine.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NettyTransportTest {
    @ParameterizedTest
    @ValueSource(ints = {0, -1, 17})
    void otherNumbersOfProcessorsThanOneToSixteenAreRefused(int processors) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NettyTransport(processors))
                .withMessageContaining("1 to 16");
    }

    @Test
    void threadsAreNamedAfterTheirProcessorAndEndWithTheTransport() throws InterruptedException {
        LinkedBlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        NettyTransport transport = new NettyTransport(2, "wsk-test");
        transport.processor(0).execute(() -> threads.add(Thread.currentThread()));
        Thread first = threads.poll(10, TimeUnit.SECONDS);
        transport.processor(1).execute(() -> threads.add(Thread.currentThread()));
        Thread second = threads.poll(10, TimeUnit.SECONDS);

        transport.close();

        assertThat(List.of(first, second)).extracting(Thread::getName).containsExactly("wsk-test-0", "wsk-test-1");
        first.join(10_000);
        second.join(10_000);
        assertThat(List.of(first, second)).noneMatch(Thread::isAlive);
    }

    @Test
    void tasksAfterCloseAreDropped() {
        NettyTransport transport = new NettyTransport(1);
        transport.close();

        transport.processor(0).execute(() -> {
            throw new AssertionError("ran after close");
        });
        transport.processor(0).schedule(() -> {}, 1);

        assertThat(transport.currentProcessor()).isEqualTo(-1);
    }

    @Test
    void aProcessorOfAnotherTransportIsRefused() {
        try (NettyTransport one = new NettyTransport(1);
                NettyTransport other = new NettyTransport(1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> one.openStream(
                            other.processor(0), NettyTransport.UNSPECIFIED, new SilentStream(), status -> {}));
        }
    }
}
