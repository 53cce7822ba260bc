package org.wskscope.engine.kernel;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Decides the documented races of one socket (C-41): never in deterministic mode, else by a seeded coin. Guarded by the socket's lock. */
final class RaceDice {
    private final @Nullable SplittableRandom coin;

    RaceDice(KernelOptions options, int socket) {
        coin = options.raceMode() == RaceMode.CHAOS ? new SplittableRandom(options.raceSeed() + socket) : null;
    }

    /** This time the event overtakes the request that is pending. Ask only when it could. */
    boolean eventOvertakes() {
        return coin != null && coin.nextBoolean();
    }
}
