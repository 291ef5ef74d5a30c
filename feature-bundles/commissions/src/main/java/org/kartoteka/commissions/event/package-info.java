/** What people decided on commissions. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.commissions.event;
