package org.wskscope.engine.projection;

import java.util.List;

/**
 * What surrounds the kernel at the playhead. Immutable.
 *
 * @param choices how the session decides what the documentation leaves open, where that is not as usual; as files write it
 * @param seed decides whatever is left to chance
 * @param peers the built-in peers in order of their number; those that ended stay for a while
 */
public record Environment(String choices, long seed, List<RemoteEnd> peers) {
    public static final Environment NONE = new Environment("", 0, List.of());

    public Environment {
        peers = List.copyOf(peers);
    }
}
