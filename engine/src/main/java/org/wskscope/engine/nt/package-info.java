/**
 * The kernel's own vocabulary: status codes, IRPs and their completion, interrupt request levels.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.nt;

import org.jspecify.annotations.NullMarked;
