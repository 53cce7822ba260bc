/**
 * The record kinds and the append-only log that every view is computed from.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.trace;

import org.jspecify.annotations.NullMarked;
