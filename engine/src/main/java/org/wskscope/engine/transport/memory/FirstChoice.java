package org.wskscope.engine.transport.memory;

/** Always the ordinary course: first come first served, shortest latency, nothing lost. Any thread. */
public final class FirstChoice implements Choices {
    @Override
    public int choose(ChoicePoint point, int options) {
        return 0;
    }
}
