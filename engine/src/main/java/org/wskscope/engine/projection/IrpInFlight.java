package org.wskscope.engine.projection;

import org.wskscope.engine.wsk.WskFunction;

/**
 * A request that waits.
 *
 * @param irp its submission number
 * @param pended sequence of its IrpPended record
 * @param sinceNanos session time it began to wait
 * @param length bytes wanted or offered
 */
public record IrpInFlight(int irp, WskFunction function, long pended, long sinceNanos, long length) {}
