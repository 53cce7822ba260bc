/** The words people read, by key and in their language: plural forms, thousands separators. Knows neither the window nor the terminal, and serves both. */
@NullMarked
package org.wskscope.app.words;

import org.jspecify.annotations.NullMarked;
