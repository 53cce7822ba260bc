/**
 * Scripted demonstrations of WSK's rules, played through the front door of a session.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.scenario;

import org.jspecify.annotations.NullMarked;
