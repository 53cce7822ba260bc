package org.wskscope.app.view.callbacks;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** The rows of the table as a list that stores nothing: row numbers stand for themselves. FX thread. */
final class VirtualRecords extends ObservableListBase<Integer> {
    private int size;

    @Override
    public Integer get(int index) {
        return index;
    }

    @Override
    public int size() {
        return size;
    }

    /** Grows or shrinks at the end. */
    void resize(int newSize) {
        if (newSize == size) {
            return;
        }
        beginChange();
        int oldSize = size;
        size = newSize;
        if (newSize > oldSize) {
            nextAdd(oldSize, newSize);
        } else {
            nextRemove(newSize, numbers(newSize, oldSize - newSize));
        }
        endChange();
    }

    /** Every row means another record now. */
    void replaced(int newSize) {
        beginChange();
        int oldSize = size;
        size = newSize;
        nextReplace(0, newSize, numbers(0, oldSize));
        endChange();
    }

    private static List<Integer> numbers(int from, int count) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return from + index;
            }

            @Override
            public int size() {
                return count;
            }
        };
    }
}
