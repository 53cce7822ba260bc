/** The records of the log as a table with a filter, and as text in the trace notation. */
@NullMarked
package org.wskscope.app.view.callbacks;

import org.jspecify.annotations.NullMarked;
