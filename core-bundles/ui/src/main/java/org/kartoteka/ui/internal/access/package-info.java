/** By what people and programs come in: sessions, tokens, second factors, proofs. */
package org.kartoteka.ui.internal.access;
