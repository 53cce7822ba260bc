/** The engine's architecture, checked on its compiled classes. */
@NullMarked
package org.wskscope.engine.arch;

import org.jspecify.annotations.NullMarked;
