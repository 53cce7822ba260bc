/** Where in the run one looks: the buttons that move the moment, the strip that says where it is, the bar over the whole run. */
@NullMarked
package org.wskscope.app.view.moment;

import org.jspecify.annotations.NullMarked;
