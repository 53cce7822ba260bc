/** The commands as a person at a terminal meets them. */
@NullMarked
package org.wskscope.app.cli;

import org.jspecify.annotations.NullMarked;
