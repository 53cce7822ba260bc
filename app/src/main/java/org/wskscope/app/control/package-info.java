/** Reusable controls and canvas pieces; has never heard of WSK. */
@NullMarked
package org.wskscope.app.control;

import org.jspecify.annotations.NullMarked;
