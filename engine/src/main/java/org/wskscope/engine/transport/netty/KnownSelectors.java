package org.wskscope.engine.transport.netty;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's selectors, remembered. A loop that a client's routine never gives back cannot close its sockets; {@link #closeAll} closes them from outside. Any thread.
 */
final class KnownSelectors extends SelectorProvider {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSelectors.class);

    private final SelectorProvider system = SelectorProvider.provider();
    private final List<Selector> opened = new CopyOnWriteArrayList<>();

    @Override
    public AbstractSelector openSelector() throws IOException {
        AbstractSelector fresh = system.openSelector();
        opened.add(fresh);
        return fresh;
    }

    /** Closes every socket of the selectors that are open, then the selectors. */
    void closeAll() {
        for (Selector selector : opened) {
            try {
                if (selector.isOpen()) {
                    for (SelectionKey key : Set.copyOf(selector.keys())) {
                        key.channel().close();
                    }
                    selector.close();
                }
            } catch (IOException failed) {
                LOG.warn("A socket of a stuck processor could not be closed", failed);
            }
        }
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        return system.openDatagramChannel();
    }

    @Override
    public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
        return system.openDatagramChannel(family);
    }

    @Override
    public Pipe openPipe() throws IOException {
        return system.openPipe();
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() throws IOException {
        return system.openServerSocketChannel();
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        return system.openSocketChannel();
    }
}
