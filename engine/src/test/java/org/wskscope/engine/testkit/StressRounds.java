package org.wskscope.engine.testkit;

/** How often a test repeats what depends on luck: a share in every build, all of it with the Maven profile {@code stress}. */
public final class StressRounds {
    private static final String PROPERTY = "wskscope.rounds";

    private StressRounds() {}

    /** {@code full} with {@code -Pstress}, else {@code share}. */
    public static int rounds(int share, int full) {
        return isFull() ? full : share;
    }

    /** The profile {@code stress} is on. */
    public static boolean isFull() {
        return "full".equals(System.getProperty(PROPERTY));
    }
}
