/** What the page as a whole says of itself: theme and push. */
@Version("1.0.0")
package org.kartoteka.vaadin.theme;

import org.osgi.annotation.versioning.Version;
