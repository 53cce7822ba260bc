/** Races on real sockets, many rounds of each: two things are made to happen at nearly the same moment, and whatever came first, the log must keep every promise. */
@NullMarked
package org.wskscope.engine.races;

import org.jspecify.annotations.NullMarked;
