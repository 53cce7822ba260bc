/** The front door: sessions, the commands a user can give them, and their wiring. */
@NullMarked
package org.wskscope.engine.session;

import org.jspecify.annotations.NullMarked;
