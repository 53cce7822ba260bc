package org.wskscope.engine.bench.echo;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** The client of all variants: one thread and one selector of the JDK; every socket keeps {@code depth} messages in flight. */
final class EchoLoad implements Closeable {
    /** A datagram that did not come back by then is taken for lost. */
    private static final long LOST_AFTER_MILLIS = 200;

    /** On a stream nothing is lost: a silence as long as this is a fault of the server. */
    private static final long DEAD_AFTER_MILLIS = 5_000;

    private final EchoSetup setup;
    private final Selector selector = Selector.open();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(256 << 10);
    private final ByteBuffer outgoing;
    private long echoes;

    EchoLoad(EchoSetup setup, int port) throws IOException {
        this.setup = setup;
        this.outgoing = ByteBuffer.allocateDirect(setup.messageBytes() * setup.depth());
        InetSocketAddress server = new InetSocketAddress(EchoSetup.loopback().getAddress(), port);
        for (int i = 0; i < setup.connections(); i++) {
            SelectableChannel channel = setup.udp() ? datagram(server) : stream(server);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Flow());
        }
        for (SelectionKey key : selector.keys()) {
            send(key, setup.depth());
        }
    }

    /** Runs for {@code nanos} and returns how many messages came back. */
    long run(long nanos) throws IOException {
        long before = echoes;
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            if (selector.select(this::ready, setup.udp() ? LOST_AFTER_MILLIS : DEAD_AFTER_MILLIS) == 0) {
                resendLost();
            }
        }
        return echoes - before;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private void ready(SelectionKey key) {
        try {
            int arrived = setup.udp() ? receiveDatagrams(key) : receiveBytes(key);
            echoes += arrived;
            send(key, arrived);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int receiveBytes(SelectionKey key) throws IOException {
        Flow flow = (Flow) key.attachment();
        int read = ((ByteChannel) key.channel()).read(incoming.clear());
        if (read < 0) {
            throw new IOException("The server closed a connection");
        }
        flow.partialBytes += read;
        int whole = flow.partialBytes / setup.messageBytes();
        flow.partialBytes %= setup.messageBytes();
        return whole;
    }

    private int receiveDatagrams(SelectionKey key) throws IOException {
        int arrived = 0;
        while (arrived < setup.depth() && ((ByteChannel) key.channel()).read(incoming.clear()) > 0) {
            arrived++;
        }
        return arrived;
    }

    private void send(SelectionKey key, int messages) throws IOException {
        ByteChannel channel = (ByteChannel) key.channel();
        if (setup.udp()) {
            for (int i = 0; i < messages; i++) {
                channel.write(outgoing.clear().limit(setup.messageBytes()));
            }
        } else {
            ByteBuffer batch = outgoing.clear().limit(messages * setup.messageBytes());
            while (batch.hasRemaining()) {
                channel.write(batch);
            }
        }
    }

    private void resendLost() throws IOException {
        if (!setup.udp()) {
            throw new IOException("No echo for " + DEAD_AFTER_MILLIS + " ms");
        }
        for (SelectionKey key : selector.keys()) {
            send(key, setup.depth());
        }
    }

    private static SocketChannel stream(InetSocketAddress server) throws IOException {
        SocketChannel channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel;
    }

    private static DatagramChannel datagram(InetSocketAddress server) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        channel.connect(server);
        return channel;
    }

    /** What one socket still waits for. */
    private static final class Flow {
        private int partialBytes;
    }
}
