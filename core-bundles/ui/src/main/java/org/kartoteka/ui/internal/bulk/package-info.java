/** Bulk acts: preview, progress, undo. */
package org.kartoteka.ui.internal.bulk;
