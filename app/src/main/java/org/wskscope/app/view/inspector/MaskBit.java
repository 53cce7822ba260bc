package org.wskscope.app.view.inspector;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** One bit of an event mask: its place, its name and its colour. Immutable. */
record MaskBit(int place, String name, Hue hue) {
    private static final int DISABLE_PLACE = 31;

    /** Every bit {@code wsk.h} defines, highest first. */
    static final List<MaskBit> ALL = Stream.concat(
                    Stream.of(new MaskBit(DISABLE_PLACE, "DISABLE", Hue.ERROR)),
                    Stream.of(WskEvent.values())
                            .map(event -> new MaskBit(
                                    Integer.numberOfTrailingZeros(event.bit()),
                                    event.shortName(),
                                    Hue.ofLetter(WskCallback.of(event).letter()))))
            .sorted(Comparator.comparingInt(MaskBit::place).reversed())
            .toList();

    boolean isIn(EventMask mask) {
        return (mask.bits() & 1 << place) != 0;
    }
}
