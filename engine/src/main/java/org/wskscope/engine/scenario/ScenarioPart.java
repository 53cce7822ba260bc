package org.wskscope.engine.scenario;

/**
 * One scenario as it was played. Immutable.
 *
 * @param id its name in the specification, for example {@code SCN-03}
 * @param start the sequence of its first record
 * @param end the sequence after its last record
 */
public record ScenarioPart(String id, long start, long end) {}
