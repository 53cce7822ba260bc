/** What is left to chance: which choices there are, and who decides them. */
@NullMarked
package org.wskscope.engine.chance;

import org.jspecify.annotations.NullMarked;
