package org.wskscope.engine.chance;

/** The choices of one point that belong to one key, in order. Owned by whose they are: guarded by the socket's lock, or on the simulation's thread. */
public final class ChoiceStream {
    private final Choices choices;
    private final ChoicePoint point;
    private final int key;
    private int ordinal;

    public ChoiceStream(Choices choices, ChoicePoint point, int key) {
        this.choices = choices;
        this.point = point;
        this.key = key;
    }

    /** One of {@code options} courses; asks nobody when there is one only. */
    public int choose(int options) {
        if (options < 2) {
            return 0;
        }
        int taken = choices.choose(point, key, ordinal++, options);
        if (taken < 0 || taken >= options) {
            throw new IllegalStateException("choice " + taken + " of " + options + " for " + point);
        }
        return taken;
    }

    /** Whether what happens {@code perMille} times of 1,000 happens; asks nobody when it never does. */
    public boolean happens(int perMille) {
        return perMille > 0 && choices.happens(point, key, ordinal++, perMille);
    }

    /** One of two courses. */
    public boolean isOther() {
        return choose(2) == 1;
    }
}
