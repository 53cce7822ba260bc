package org.wskscope.engine.races;

import java.io.IOException;

/** One kind of race. A fresh one for each arena; its methods run on the test's thread. */
interface Race {
    /** What the rounds use again. */
    default void begin(RaceArena arena) throws IOException {}

    /** One round; returns in words who was first. {@code number} is different in each round. */
    String round(RaceArena arena, PhaseShift shift, int number) throws IOException;

    default void end(RaceArena arena) throws IOException {}
}
