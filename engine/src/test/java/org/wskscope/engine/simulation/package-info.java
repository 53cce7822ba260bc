/** Whole sessions in virtual time: that they are the same every time, and that nothing is left over at their end. */
@NullMarked
package org.wskscope.engine.simulation;

import org.jspecify.annotations.NullMarked;
