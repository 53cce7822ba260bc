/** What the user decides of that which WSK's documentation leaves open: for the next session, and what the one shown has. */
@NullMarked
package org.wskscope.app.view.choices;

import org.jspecify.annotations.NullMarked;
