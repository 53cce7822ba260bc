/** A run as a file: written whole, read whole or as far as it is sound. The format is described in {@code docs/recording-format.md}. */
@NullMarked
package org.wskscope.engine.recording;

import org.jspecify.annotations.NullMarked;
