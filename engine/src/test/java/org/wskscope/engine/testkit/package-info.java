/** What tests of the engine and the app share: a clock moved by hand, random records, and assertions on a log. */
@NullMarked
package org.wskscope.engine.testkit;

import org.jspecify.annotations.NullMarked;
