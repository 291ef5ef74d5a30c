/** Components that make the pages of all bundles look and behave alike. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.ui.api.component;
