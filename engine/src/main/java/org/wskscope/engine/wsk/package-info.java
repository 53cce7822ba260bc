/** The WSK interface as types, without behaviour: sockets, dispatch tables, flags and events as wsk.h names them. */
@NullMarked
package org.wskscope.engine.wsk;

import org.jspecify.annotations.NullMarked;
