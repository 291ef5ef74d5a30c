/** Cards that are probably the same: the hint while typing, the pairs, merging and its undoing. */
package org.kartoteka.ui.internal.duplicate;
