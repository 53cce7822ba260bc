/** Scripted demonstrations of WSK's rules, played through the front door of a session. */
@NullMarked
package org.wskscope.engine.scenario;

import org.jspecify.annotations.NullMarked;
