package org.wskscope.engine.chance;

/** Always the ordinary course: first come first served, shortest latency, nothing lost. Any thread. */
public final class FirstChoice implements Choices {
    @Override
    public int choose(ChoicePoint point, int key, int ordinal, int options) {
        return 0;
    }
}
