package org.wskscope.engine.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.socket.nio.NioSocketChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamOptionsTest {
    private final NioSocketChannel first = new NioSocketChannel();
    private final NioSocketChannel second = new NioSocketChannel();
    private final StreamOptions options = new StreamOptions();

    @AfterEach
    void close() {
        first.unsafe().closeForcibly();
        second.unsafe().closeForcibly();
    }

    @Test
    void theSystemIsReportedAtOnceAndTheNextSocketToo() {
        options.setKeepAlive(true, first);
        options.setNoDelay(false, first);

        assertThat(first.config().isKeepAlive()).isTrue();
        assertThat(first.config().isTcpNoDelay()).isFalse();

        options.applyTo(second);

        assertThat(second.config().isKeepAlive()).isTrue();
        assertThat(second.config().isTcpNoDelay()).isFalse();
    }

    @Test
    void whatIsSetBeforeThereIsASocketIsAppliedLater() {
        options.setKeepAlive(true, null);

        options.applyTo(first);

        assertThat(first.config().isKeepAlive()).isTrue();
        assertThat(first.config().isTcpNoDelay()).isTrue();
    }

    @Test
    void aClosedSocketIsLeftAlone() {
        first.unsafe().closeForcibly();

        options.setKeepAlive(true, first);

        options.applyTo(second);
        assertThat(second.config().isKeepAlive()).isTrue();
    }
}
