package org.wskscope.engine.chance;

/**
 * The one interface that everything left to chance goes through: seeded, forced, replayed or enumerated. A choice is named by its point, by whose it is (the key: a socket, an
 * endpoint of the network) and by which one of these it is (the ordinal, from 0), so that what one socket does decides nothing for another. Any thread.
 */
public interface Choices {
    /**
     * @param options how many, at least 2
     * @return 0 to {@code options} − 1
     */
    int choose(ChoicePoint point, int key, int ordinal, int options);

    /**
     * Whether something out of the ordinary happens. Who enumerates may ask itself for two options here and forget the odds.
     *
     * @param perMille how often it should happen, 1 to 1,000
     */
    default boolean happens(ChoicePoint point, int key, int ordinal, int perMille) {
        return choose(point, key, ordinal, 1_000) >= 1_000 - perMille;
    }
}
