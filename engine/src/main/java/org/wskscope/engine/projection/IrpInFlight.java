package org.wskscope.engine.projection;

import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.wsk.WskFunction;

/**
 * A request that waits.
 *
 * @param irp its submission number
 * @param pended sequence of its IrpPended record
 * @param sinceNanos session time it began to wait
 * @param length bytes wanted or offered
 * @param hindrance for what a close or a disable had to wait when it began to
 */
public record IrpInFlight(
        int irp, WskFunction function, long pended, long sinceNanos, long length, Hindrance hindrance) {}
