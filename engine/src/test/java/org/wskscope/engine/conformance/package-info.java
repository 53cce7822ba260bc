/**
 * Tests that show the rules of WSK one by one; each is tagged with the ids of the rules it shows.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.conformance;

import org.jspecify.annotations.NullMarked;
