package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.socket.nio.NioSocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket options of one stream, kept for the next system socket when a connect failed (C-36). Only the stream's processor, after the constructor. */
final class StreamOptions {
    private static final Logger LOG = LoggerFactory.getLogger(StreamOptions.class);

    private boolean keepAlive;
    private boolean noDelay = true;

    void setKeepAlive(boolean on, @Nullable NioSocketChannel now) {
        keepAlive = on;
        apply(now);
    }

    void setNoDelay(boolean on, @Nullable NioSocketChannel now) {
        noDelay = on;
        apply(now);
    }

    /** A new system socket takes the place of the one before; nothing is asked of the system while all is as it is by itself. */
    void applyTo(NioSocketChannel fresh) {
        if (keepAlive || !noDelay) {
            apply(fresh);
        }
    }

    private void apply(@Nullable NioSocketChannel channel) {
        if (channel == null || !channel.isOpen()) {
            return;
        }
        try {
            channel.config().setKeepAlive(keepAlive).setTcpNoDelay(noDelay);
        } catch (ChannelException closedMeanwhile) {
            LOG.debug("Socket options of {} were not taken", channel, closedMeanwhile);
        }
    }
}
