/** What the pages of parties, persons and notes work with. */
package org.kartoteka.ui.internal.desk;
