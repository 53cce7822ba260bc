/**
 * Every sentence of {@code Explanations} against its situation: scenarios, random programs and situations made for it are played, and at each record the sentence that is
 * chosen must agree with the state before and after it, with what came before and with what follows.
 */
@NullMarked
package org.wskscope.engine.explained;

import org.jspecify.annotations.NullMarked;
