package org.wskscope.engine.transport;

/**
 * A host name to look up.
 *
 * @param hostName a name or an address in figures
 * @param figuresOnly a name is not looked up: anything but an address in figures has no match ({@code AI_NUMERICHOST})
 */
public record NameQuery(String hostName, boolean figuresOnly) {}
