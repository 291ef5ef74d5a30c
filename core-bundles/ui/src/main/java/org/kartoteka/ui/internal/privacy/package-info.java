/**
 * Personal data: on the cards consents, restriction, handing out and erasure; in the administration
 * purposes, retention rules and what is due.
 */
package org.kartoteka.ui.internal.privacy;
