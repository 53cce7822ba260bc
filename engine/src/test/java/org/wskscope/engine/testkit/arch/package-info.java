/** Architecture rules that both modules check about themselves. */
@NullMarked
package org.wskscope.engine.testkit.arch;

import org.jspecify.annotations.NullMarked;
