/** The one crossing between threads: the projector folds, the pump brings its frames to the FX thread, the gateway takes commands away from it. */
@NullMarked
package org.wskscope.app.feed;

import org.jspecify.annotations.NullMarked;
