/**
 * Collects which tests show which rule of WSK and writes {@code docs/conformance.md}.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.conformance.report;

import org.jspecify.annotations.NullMarked;
