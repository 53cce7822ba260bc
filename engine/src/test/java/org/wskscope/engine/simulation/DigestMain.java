package org.wskscope.engine.simulation;

import org.wskscope.engine.testkit.LogDigest;

/** Prints the digest of every seed's log, one a line: what another virtual machine says to the same question. */
public final class DigestMain {
    private DigestMain() {}

    /**
     * @param arguments the first seed and how many
     */
    public static void main(String[] arguments) {
        long first = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        for (long seed = first; seed < first + count; seed++) {
            System.out.println(LogDigest.of(RandomTraffic.play(seed)));
        }
    }
}
