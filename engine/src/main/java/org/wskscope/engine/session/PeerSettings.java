package org.wskscope.engine.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * What a built-in peer does. Values outside their range are refused with STATUS_INVALID_PARAMETER and the name of the field.
 *
 * @param target where it connects or sends; a loopback address
 * @param messageBytes bytes of one message, 1 … 65 507 for datagrams, 1 … 65 536 else
 * @param messagesPerSecond rate, 1 … 100 000; for the slow reader how often it reads {@code messageBytes}; a burst goes as fast as it can
 * @param messages how many in all, 0 for no end; a burst needs an end; the resetter resets after so many, or after one for 0
 */
public record PeerSettings(InetSocketAddress target, int messageBytes, double messagesPerSecond, long messages) {
    /** Kind and settings in one line, as records have it: {@code SENDER 127.0.0.1 5000 64 10.0 0}. */
    String text(PeerKind kind) {
        String host = target.getAddress().getHostAddress();
        return kind + " " + host + " " + target.getPort() + " " + messageBytes + " " + messagesPerSecond + " "
                + messages;
    }

    /** Reads the settings of what {@link #text} wrote. */
    static PeerSettings parse(String text) {
        String[] words = text.split(" ");
        try {
            return new PeerSettings(
                    // A numeric address: nobody is asked for its name.
                    new InetSocketAddress(InetAddress.getByName(words[1]), Integer.parseInt(words[2])),
                    Integer.parseInt(words[3]),
                    Double.parseDouble(words[4]),
                    Long.parseLong(words[5]));
        } catch (UnknownHostException noAddress) {
            throw new IllegalArgumentException("no settings of a peer: " + text, noAddress);
        }
    }

    /** Reads the kind of what {@link #text} wrote. */
    static PeerKind kind(String text) {
        return PeerKind.valueOf(text.substring(0, text.indexOf(' ')));
    }
}
