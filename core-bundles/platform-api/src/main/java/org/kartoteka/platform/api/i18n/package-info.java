/** Texts in the languages of the product. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.i18n;
