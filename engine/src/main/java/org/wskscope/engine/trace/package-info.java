/** The record kinds and the append-only log that every view is computed from. */
@NullMarked
package org.wskscope.engine.trace;

import org.jspecify.annotations.NullMarked;
