/** What time it is: the only package that asks the machine's clocks. */
@NullMarked
package org.wskscope.engine.time;

import org.jspecify.annotations.NullMarked;
