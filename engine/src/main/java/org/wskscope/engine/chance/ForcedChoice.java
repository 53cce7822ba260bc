package org.wskscope.engine.chance;

/**
 * Somebody wants this choice to go this way.
 *
 * @param key whose choice it is: the value of a socket's id, the number of an endpoint of the network or of a processor
 * @param ordinal which of the choices of this point and key, from 0
 * @param taken the course, from 0; where there are fewer, the choice is made as if nobody had said anything
 */
public record ForcedChoice(ChoicePoint point, int key, int ordinal, int taken) {
    public ForcedChoice {
        if (ordinal < 0 || taken < 0) {
            throw new IllegalArgumentException(
                    "choices and their courses are counted from 0: " + ordinal + ", " + taken);
        }
    }
}
