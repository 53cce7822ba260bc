/**
 * Pure folds from trace records to read models, and findings about misuse.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.projection;

import org.jspecify.annotations.NullMarked;
