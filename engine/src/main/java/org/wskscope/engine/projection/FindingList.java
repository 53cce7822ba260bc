package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** The findings before a playhead, each as it was known there. Immutable; any thread. */
final class FindingList extends AbstractList<Finding> implements RandomAccess {
    private final List<FoundMisuse> all;
    private final long playhead;
    private final int size;

    FindingList(List<FoundMisuse> all, long playhead) {
        this.all = all;
        this.playhead = playhead;
        this.size = before(playhead);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Finding get(int index) {
        return all.get(Objects.checkIndex(index, size)).at(playhead);
    }

    private int before(long sequence) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).newest().sequence() < sequence) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
