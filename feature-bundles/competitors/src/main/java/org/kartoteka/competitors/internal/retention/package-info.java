/** How long what was observed of competitors is kept. */
package org.kartoteka.competitors.internal.retention;
