/** Pure folds from trace records to read models, and findings about misuse. */
@NullMarked
package org.wskscope.engine.projection;

import org.jspecify.annotations.NullMarked;
