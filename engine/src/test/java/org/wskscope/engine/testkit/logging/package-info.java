/** What tests know of the program's own log: warnings and errors are kept away from the terminal and belong to the test that caused them. */
@NullMarked
package org.wskscope.engine.testkit.logging;

import org.jspecify.annotations.NullMarked;
