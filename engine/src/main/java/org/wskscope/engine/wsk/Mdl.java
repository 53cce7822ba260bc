package org.wskscope.engine.wsk;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A memory descriptor: one run of bytes and the next of its chain. The bytes between the buffer's position and limit are described, so these two must stay while a request is pending.
 *
 * @param bytes the memory; shared, never copied
 * @param next the rest of the chain, or null
 */
public record Mdl(ByteBuffer bytes, @Nullable Mdl next) {}
