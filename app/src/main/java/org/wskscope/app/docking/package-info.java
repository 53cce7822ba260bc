/** Tool windows that can be closed, resized, moved and restored; has never heard of WSK. */
@NullMarked
package org.wskscope.app.docking;

import org.jspecify.annotations.NullMarked;
