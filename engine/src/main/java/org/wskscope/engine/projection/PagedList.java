package org.wskscope.engine.projection;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** An immutable list of pages that shares the pages that did not change with its predecessors. */
final class PagedList<E> extends AbstractList<E> implements RandomAccess {
    private final List<List<E>> pages;
    /** Number of elements before each page, and after the last. */
    private final int[] starts;

    PagedList(List<List<E>> pages) {
        this.pages = new ArrayList<>(pages);
        this.starts = new int[pages.size() + 1];
        for (int page = 0; page < pages.size(); page++) {
            starts[page + 1] = starts[page] + pages.get(page).size();
        }
    }

    @Override
    public int size() {
        return starts[starts.length - 1];
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        int low = 0;
        int high = pages.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return pages.get(low).get(index - starts[low]);
    }
}
