package org.wskscope.engine.wsk;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * A set of {@code WSK_EVENT_*} bits. Immutable; unknown bits are kept, because a client may pass any ULONG.
 *
 * @param bits the mask as WSK sees it, {@link WskEvent#WSK_EVENT_DISABLE} included
 */
public record EventMask(int bits) {
    public static final EventMask NONE = new EventMask(0);

    /** The union of the given events. */
    public static EventMask of(WskEvent... events) {
        int bits = 0;
        for (WskEvent event : events) {
            bits |= event.bit();
        }
        return new EventMask(bits);
    }

    /** The mask that disables one event: its bit and {@code WSK_EVENT_DISABLE} (CTL-ECB-14). */
    public static EventMask disabling(WskEvent event) {
        return new EventMask(event.bit() | WskEvent.WSK_EVENT_DISABLE);
    }

    /**
     * Reads what {@link #shortNames} writes: names without {@code WSK_EVENT_}, joined by {@code |}.
     *
     * @throws IllegalArgumentException when a name is no event
     */
    public static EventMask parse(String shortNames) {
        int bits = 0;
        for (String name : shortNames.split("\\|")) {
            bits |= name.equals("DISABLE")
                    ? WskEvent.WSK_EVENT_DISABLE
                    : WskEvent.valueOf("WSK_EVENT_" + name).bit();
        }
        return new EventMask(bits);
    }

    public boolean contains(WskEvent event) {
        return (bits & event.bit()) != 0;
    }

    public boolean isDisable() {
        return (bits & WskEvent.WSK_EVENT_DISABLE) != 0;
    }

    public EventMask with(WskEvent event) {
        return new EventMask(bits | event.bit());
    }

    public EventMask without(WskEvent event) {
        return new EventMask(bits & ~event.bit());
    }

    /** The mask as {@code 0x} and eight hexadecimal digits. */
    public String hex() {
        return String.format(Locale.ROOT, "0x%08X", bits);
    }

    /** For example {@code DISABLE|RECEIVE}; unknown bits as hexadecimal; {@code 0} when empty. */
    public String shortNames() {
        StringJoiner names = new StringJoiner("|");
        int rest = bits;
        if (isDisable()) {
            names.add("DISABLE");
            rest &= ~WskEvent.WSK_EVENT_DISABLE;
        }
        for (WskEvent event : WskEvent.values()) {
            if (contains(event)) {
                names.add(event.shortName());
                rest &= ~event.bit();
            }
        }
        if (rest != 0) {
            names.add(String.format(Locale.ROOT, "0x%X", rest));
        }
        return names.length() == 0 ? "0" : names.toString();
    }
}
