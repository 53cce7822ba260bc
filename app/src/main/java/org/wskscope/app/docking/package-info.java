/**
 * Tool windows that can be closed, resized, moved and restored; has never heard of WSK.
 *
 * <p>The whole arrangement is one immutable {@link org.wskscope.app.docking.LayoutMemento}: a tree of branches and leaves
 * that keeps a closed window at its place. Every gesture asks the memento for its successor, and {@link
 * org.wskscope.app.docking.DockArea} shows it; saving and restoring are therefore the same thing as moving.
 */
@NullMarked
package org.wskscope.app.docking;

import org.jspecify.annotations.NullMarked;
