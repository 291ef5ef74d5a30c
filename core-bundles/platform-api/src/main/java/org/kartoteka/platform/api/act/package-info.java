/** What every act on a record has in common. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.act;
