/** How a program uses the engine as a library: with the types of the WSK interface alone. */
@NullMarked
package org.wskscope.engine.example;

import org.jspecify.annotations.NullMarked;
