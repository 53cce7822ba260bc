/** The misuse the engine found, each with the rule it breaks. */
@NullMarked
package org.wskscope.app.view.findings;

import org.jspecify.annotations.NullMarked;
