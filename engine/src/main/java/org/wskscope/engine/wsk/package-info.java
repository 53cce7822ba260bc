/**
 * The WSK interface as types, without behaviour: sockets, dispatch tables, flags and events as wsk.h names them.
 *
 * <p>Sections, rules and choices are those of {@code docs/wsk-semantics.md}.
 */
@NullMarked
package org.wskscope.engine.wsk;

import org.jspecify.annotations.NullMarked;
