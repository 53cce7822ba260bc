/** What stands around the program: the look at the system before it is built, its start scripts, its folder, and files that Git changes. */
@NullMarked
package org.wskscope.app.build;

import org.jspecify.annotations.NullMarked;
