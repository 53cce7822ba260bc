package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;

/** The pages of a list that grows and changes in places: remembers which pages must be made anew for the next snapshot. */
@ProjectorThread
final class Pages<E> {
    /** Items to a page. */
    static final int PAGE = 64;

    private final BiConsumer<Integer, List<E>> filler;
    private final List<List<E>> pages = new ArrayList<>();
    private final BitSet stale = new BitSet();
    private PagedList<E> latest = new PagedList<>(List.of());

    /** {@code filler} is given an item's number and adds what the list holds for it: nothing, one or several elements. */
    Pages(BiConsumer<Integer, List<E>> filler) {
        this.filler = filler;
    }

    void touch(int item) {
        stale.set(item / PAGE);
    }

    /** The list now, over {@code items} items. */
    PagedList<E> toList(int items) {
        if (stale.isEmpty()) {
            return latest;
        }
        for (int page = stale.nextSetBit(0); page >= 0; page = stale.nextSetBit(page + 1)) {
            while (pages.size() <= page) {
                pages.add(List.of());
            }
            List<E> fresh = new ArrayList<>();
            for (int item = page * PAGE; item < Math.min(items, (page + 1) * PAGE); item++) {
                filler.accept(item, fresh);
            }
            pages.set(page, List.copyOf(fresh));
        }
        stale.clear();
        latest = new PagedList<>(pages);
        return latest;
    }
}
