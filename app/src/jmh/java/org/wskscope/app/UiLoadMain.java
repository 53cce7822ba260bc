package org.wskscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The load's process: one thread, one selector, many connections. Reads orders from standard input, a line each, and ends with it. */
public final class UiLoadMain {
    private static final int MESSAGE_BYTES = 64;
    private static final long LOOK_NANOS = 2_000_000;

    private final Selector selector = Selector.open();
    private final List<Flow> flows = new ArrayList<>();
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(64 << 10);
    private final ByteBuffer outgoing = ByteBuffer.allocateDirect(MESSAGE_BYTES);
    private final BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    private boolean full;
    private long intervalNanos;
    private long echoes;

    private UiLoadMain(InetSocketAddress server, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Flow flow = new Flow(channel);
            channel.register(selector, SelectionKey.OP_READ, flow);
            flows.add(flow);
        }
    }

    public static void main(String[] args) throws IOException {
        new UiLoadMain(new InetSocketAddress(args[0], Integer.parseInt(args[1])), Integer.parseInt(args[2])).run();
    }

    private void run() throws IOException {
        long lookAt = System.nanoTime();
        while (true) {
            if (System.nanoTime() >= lookAt) {
                lookAt = System.nanoTime() + LOOK_NANOS;
                if (!obey()) {
                    return;
                }
                sendDue();
            }
            selector.select(this::ready, 2);
        }
    }

    /** False when there will be no more orders. */
    private boolean obey() throws IOException {
        while (orders.ready()) {
            String order = orders.readLine();
            if (order == null) {
                return false;
            }
            String[] words = order.split(" ");
            switch (words[0]) {
                case "paced" -> pace(Integer.parseInt(words[1]));
                case "full" -> speedUp();
                case "stop" -> {
                    full = false;
                    intervalNanos = 0;
                }
                case "count" -> System.out.println(echoes);
                default -> throw new IOException("Not an order: " + order);
            }
        }
        return System.in.available() >= 0;
    }

    /** The connections' messages are spread evenly. */
    private void pace(int perSecond) {
        full = false;
        intervalNanos = 1_000_000_000L / perSecond;
        long now = System.nanoTime();
        for (int i = 0; i < flows.size(); i++) {
            flows.get(i).dueAt = now + intervalNanos * i / flows.size();
        }
    }

    private void speedUp() throws IOException {
        intervalNanos = 0;
        if (!full) {
            full = true;
            for (Flow flow : flows) {
                if (flow.underWay == 0) {
                    send(flow);
                }
            }
        }
    }

    private void sendDue() throws IOException {
        long now = System.nanoTime();
        for (Flow flow : flows) {
            if (intervalNanos > 0 && now >= flow.dueAt) {
                flow.dueAt += intervalNanos;
                send(flow);
            }
        }
    }

    private void send(Flow flow) throws IOException {
        flow.underWay++;
        outgoing.clear();
        while (outgoing.hasRemaining()) {
            flow.channel.write(outgoing);
        }
    }

    private void ready(SelectionKey key) {
        try {
            Flow flow = (Flow) key.attachment();
            int read = flow.channel.read(incoming.clear());
            if (read < 0) {
                throw new IOException("The server closed a connection");
            }
            flow.partialBytes += read;
            int whole = flow.partialBytes / MESSAGE_BYTES;
            flow.partialBytes %= MESSAGE_BYTES;
            flow.underWay -= whole;
            echoes += whole;
            for (int i = 0; full && i < whole; i++) {
                send(flow);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Flow {
        private final SocketChannel channel;
        private int partialBytes;
        private int underWay;
        private long dueAt;

        Flow(SocketChannel channel) {
            this.channel = channel;
        }
    }
}
