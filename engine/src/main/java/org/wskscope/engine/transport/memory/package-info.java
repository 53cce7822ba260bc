/**
 * The network in memory: streams and datagrams joined by a seeded {@code Wire}, one thread, a virtual clock.
 *
 * <p>Everything that happens is an item: a task or an outcome on a processor, or a packet on the wire. {@code Scheduler} runs one item at a time; when none is
 * due it moves the clock to the next. Whatever could go one way or another is asked of {@code Choices}, in the same order every time, so that the same
 * answers give the same run, byte for byte, on every machine.
 */
@NullMarked
package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.NullMarked;
