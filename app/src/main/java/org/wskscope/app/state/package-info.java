/** The observable session: what every view shows, what is selected, and the port commands leave by. Knows no scene graph. */
@NullMarked
package org.wskscope.app.state;

import org.jspecify.annotations.NullMarked;
