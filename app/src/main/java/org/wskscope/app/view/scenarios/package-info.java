/** Scenarios to choose from, and the one that plays. */
@NullMarked
package org.wskscope.app.view.scenarios;

import org.jspecify.annotations.NullMarked;
