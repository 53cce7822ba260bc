/**
 * What the kernel needs of any network: streams, listeners, datagrams and the processors that serve them.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.transport;

import org.jspecify.annotations.NullMarked;
