/** The kernel's own vocabulary: status codes, IRPs and their completion, interrupt request levels. */
@NullMarked
package org.wskscope.engine.nt;

import org.jspecify.annotations.NullMarked;
