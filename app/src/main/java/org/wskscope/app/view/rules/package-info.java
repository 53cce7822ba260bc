/** One rule of WSK to read inside the program: its sentence, where it comes from, the choices and rules that belong to it. */
@NullMarked
package org.wskscope.app.view.rules;

import org.jspecify.annotations.NullMarked;
