/** Keys of the installation and digests. */
package org.kartoteka.security.internal.key;
