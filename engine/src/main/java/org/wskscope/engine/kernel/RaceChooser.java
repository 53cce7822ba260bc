package org.wskscope.engine.kernel;

import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;

/** Decides the documented races of one socket (C-41): never in deterministic mode, else by chance. Guarded by the socket's lock. */
final class RaceChooser {
    private final boolean provoked;
    private final ChoiceStream chance;

    RaceChooser(KernelOptions options, int socket) {
        provoked = options.raceMode() == RaceMode.CHAOS;
        chance = new ChoiceStream(options.choices(ChoicePoint.EVENT_OVERTAKES), ChoicePoint.EVENT_OVERTAKES, socket);
    }

    /** This time the event overtakes the request that is pending. Ask only when it could. */
    boolean eventOvertakes() {
        return provoked && chance.isOther();
    }
}
