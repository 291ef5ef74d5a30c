/** Personal data on the cards: consents, restriction, handing out, erasure. */
package org.kartoteka.ui.internal.privacy;
