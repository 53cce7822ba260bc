package org.wskscope.engine.transport.memory;

/**
 * The one interface that every free decision of the simulation goes through: seeded, replayed or enumerated. Called on the simulation's thread, only when there
 * are at least two options, and in an order that depends on earlier answers only.
 */
public interface Choices {
    /**
     * @param options how many, at least 2
     * @return 0 to {@code options} − 1
     */
    int choose(ChoicePoint point, int options);

    /**
     * Whether something out of the ordinary happens. Who enumerates may ask itself for two options here and forget the odds.
     *
     * @param perMille how often it should happen, 1 to 1,000
     */
    default boolean happens(ChoicePoint point, int perMille) {
        return choose(point, 1_000) >= 1_000 - perMille;
    }
}
