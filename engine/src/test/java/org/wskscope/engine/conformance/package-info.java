/** Tests that show the rules of WSK one by one; each is tagged with the ids of the rules it shows. */
@NullMarked
package org.wskscope.engine.conformance;

import org.jspecify.annotations.NullMarked;
