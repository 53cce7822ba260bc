/** The program's entry and its wiring: the only package that constructs services. */
@NullMarked
package org.wskscope.app;

import org.jspecify.annotations.NullMarked;
