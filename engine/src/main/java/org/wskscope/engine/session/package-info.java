/**
 * The front door: sessions, the commands a user can give them, and their wiring.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.session;

import org.jspecify.annotations.NullMarked;
