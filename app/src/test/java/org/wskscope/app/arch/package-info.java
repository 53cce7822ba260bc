/** The app's architecture, checked on its compiled classes. */
@NullMarked
package org.wskscope.app.arch;

import org.jspecify.annotations.NullMarked;
