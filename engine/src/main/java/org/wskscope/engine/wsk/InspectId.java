package org.wskscope.engine.wsk;

/**
 * {@code WSK_INSPECT_ID}: names a connection request; compared by content (EVT-INS-10).
 *
 * @param key pointer-sized part
 * @param serialNumber 32-bit part
 */
public record InspectId(long key, int serialNumber) {}
