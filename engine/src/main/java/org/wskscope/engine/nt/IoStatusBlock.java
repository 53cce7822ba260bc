package org.wskscope.engine.nt;

import org.jspecify.annotations.Nullable;

/**
 * {@code IO_STATUS_BLOCK}: how a request ended.
 *
 * @param status the final status
 * @param information byte count for data requests, output size for control requests, else 0
 * @param pointer what {@code Information} points to when a request delivers an object (the new socket of create and accept), else null
 */
public record IoStatusBlock(
        NtStatus status, long information, @Nullable Object pointer) {}
