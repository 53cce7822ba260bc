package org.wskscope.app.view.timeline;

import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Token;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.LaneKind;

/** The one colour a lane's bars have where there is no room for more. */
final class LaneColors {
    private LaneColors() {}

    /** {@code codes}: bit {@code 1 << code} for every code; with several, the first decides, and the higher IRQL. */
    static Token of(LaneKind kind, int codes, boolean open) {
        return switch (kind) {
            case CALLBACKS, RETAINED, SHARED_CALLBACKS ->
                Hue.ofLetter(BarText.callback(Integer.numberOfTrailingZeros(codes))
                                .letter())
                        .fill();
            case IRPS, SHARED_IRPS -> Token.IRP;
            case CONTROL, SHARED_CONTROL -> open ? Token.WAITING : Token.IRP;
            case PROCESSOR -> (codes & 1 << Irql.DISPATCH_LEVEL.ordinal()) != 0 ? Token.DISPATCH : Token.PASSIVE;
        };
    }
}
