package org.wskscope.engine.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The texts beside the records, bounded in number and length. Any thread; no locks. */
final class TextTable {
    static final int PAGE_BITS = 8;
    static final int MAX_TEXTS = 1 << 2 * PAGE_BITS;
    static final int MAX_LENGTH = 512;
    static final String ELLIPSIS = "\u2026";

    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int EMPTY = 0;
    private static final int NOT_KEPT = 1;
    static final int FIRST = 2;

    private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable String>> pages =
            new AtomicReferenceArray<>(PAGE_SIZE);
    private final AtomicInteger next = new AtomicInteger(FIRST);
    private final Map<String, Integer> interned = new ConcurrentHashMap<>();

    /** The index under which the text can be read. Too long: cut and ended by an ellipsis. No room left: an ellipsis stands for it. */
    int add(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        int index = next.get() < MAX_TEXTS ? next.getAndIncrement() : MAX_TEXTS;
        if (index >= MAX_TEXTS) {
            return NOT_KEPT;
        }
        page(index >>> PAGE_BITS).set(index & PAGE_SIZE - 1, shortened(text));
        return index;
    }

    /** As {@link #add}, but the same text has the same index: for what is said again and again. */
    int intern(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        Integer known = interned.get(text);
        return known == null ? interned.computeIfAbsent(text, this::add) : known;
    }

    String get(long index) {
        if (index < FIRST) {
            return index == EMPTY ? "" : ELLIPSIS;
        }
        AtomicReferenceArray<@Nullable String> page = pages.get((int) index >>> PAGE_BITS);
        String text = page == null ? null : page.get((int) index & PAGE_SIZE - 1);
        if (text == null) {
            throw new IllegalStateException("no text " + index);
        }
        return text;
    }

    /** All texts there are, the first with index {@link #FIRST}. A text that is being added this moment is left out. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        for (int index = FIRST; index < Math.min(next.get(), MAX_TEXTS); index++) {
            String text = page(index >>> PAGE_BITS).get(index & PAGE_SIZE - 1);
            all.add(text == null ? "" : text);
        }
        return all;
    }

    /** Takes these in their order; before the first is added. */
    void restore(List<String> all) {
        for (String text : all) {
            int index = next.getAndIncrement();
            if (index < MAX_TEXTS) {
                page(index >>> PAGE_BITS).set(index & PAGE_SIZE - 1, shortened(text));
            }
        }
    }

    private AtomicReferenceArray<@Nullable String> page(int number) {
        AtomicReferenceArray<@Nullable String> page = pages.get(number);
        if (page != null) {
            return page;
        }
        AtomicReferenceArray<@Nullable String> fresh = new AtomicReferenceArray<>(PAGE_SIZE);
        AtomicReferenceArray<@Nullable String> winner = pages.compareAndExchange(number, null, fresh);
        return winner == null ? fresh : winner;
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_LENGTH) {
            return text;
        }
        int end = MAX_LENGTH - ELLIPSIS.length();
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
