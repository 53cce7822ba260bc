/**
 * The sockets of the session as a tree and as a graph of cards, and everything a person can do to one of them.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.app.view.sockets;

import org.jspecify.annotations.NullMarked;
