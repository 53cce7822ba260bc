/** Colour tokens, stylesheets, fonts, icons and style-class names: the only package in which a colour has a value. */
@NullMarked
package org.wskscope.app.theme;

import org.jspecify.annotations.NullMarked;
