/** Who is signed in to a browser. */
package org.kartoteka.ui.internal.session;
