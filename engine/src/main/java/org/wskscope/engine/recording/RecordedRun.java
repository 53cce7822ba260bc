package org.wskscope.engine.recording;

import org.wskscope.engine.trace.TraceLog;

/**
 * A run that was read from a file.
 *
 * @param info what is known beside the records
 * @param log its records, closed: nothing is appended any more
 * @param promised how many records the file says it has; more than the log has when the rest is damaged
 * @param isWhole whether the file was sound to its end
 */
public record RecordedRun(RunInfo info, TraceLog log, long promised, boolean isWhole) {}
