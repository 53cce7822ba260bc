package org.wskscope.engine.projection;

/**
 * What this project decided where the sources are silent. Immutable.
 *
 * @param id {@code C-01} … {@code C-43}
 * @param decision what the engine does
 * @param reason why, or what else was possible
 */
public record Choice(String id, String decision, String reason) {}
