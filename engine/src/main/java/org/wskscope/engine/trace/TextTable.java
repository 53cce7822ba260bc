package org.wskscope.engine.trace;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The texts beside the records, bounded in number and length. Any thread; no locks. */
final class TextTable {
    static final int MAX_TEXTS = 1 << 16;
    static final int MAX_LENGTH = 512;
    static final String ELLIPSIS = "\u2026";

    private static final int EMPTY = 0;
    private static final int NOT_KEPT = 1;
    private static final int FIRST = 2;

    private final AtomicReferenceArray<@Nullable String> texts = new AtomicReferenceArray<>(MAX_TEXTS);
    private final AtomicInteger next = new AtomicInteger(FIRST);

    TextTable() {
        texts.set(EMPTY, "");
        texts.set(NOT_KEPT, ELLIPSIS);
    }

    /** The index under which the text can be read. Too long: cut and ended by an ellipsis. No room left: an ellipsis stands for it. */
    int add(String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        int index = next.get() < MAX_TEXTS ? next.getAndIncrement() : MAX_TEXTS;
        if (index >= MAX_TEXTS) {
            return NOT_KEPT;
        }
        texts.set(index, shortened(text));
        return index;
    }

    String get(long index) {
        String text = texts.get((int) index);
        if (text == null) {
            throw new IllegalStateException("no text " + index);
        }
        return text;
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
