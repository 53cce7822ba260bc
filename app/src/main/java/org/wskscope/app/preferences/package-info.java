/** The user's choices, typed, loaded once and passed on. */
@NullMarked
package org.wskscope.app.preferences;

import org.jspecify.annotations.NullMarked;
