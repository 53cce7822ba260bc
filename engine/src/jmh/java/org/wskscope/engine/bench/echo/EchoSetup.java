package org.wskscope.engine.bench.echo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;

/**
 * One shape of load.
 *
 * @param connections TCP connections or UDP client sockets
 * @param depth messages each of them keeps in flight
 * @param processors event loops of the server
 * @param warmSeconds unmeasured time at the beginning of each run
 * @param seconds measured time of each run
 */
record EchoSetup(
        boolean udp, int connections, int depth, int messageBytes, int processors, int warmSeconds, int seconds) {
    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** What a server needs to know, as arguments of its process. */
    List<String> serverArguments(EchoVariant variant) {
        return List.of(variant.name(), Boolean.toString(udp), Integer.toString(processors));
    }

    static EchoSetup ofServerArguments(String[] arguments) {
        return new EchoSetup(Boolean.parseBoolean(arguments[1]), 0, 0, 0, Integer.parseInt(arguments[2]), 0, 0);
    }

    String title() {
        return String.format(
                Locale.ROOT,
                "%s %d B, %d x %d deep, %d server loop(s)",
                udp ? "UDP" : "TCP",
                messageBytes,
                connections,
                depth,
                processors);
    }
}
