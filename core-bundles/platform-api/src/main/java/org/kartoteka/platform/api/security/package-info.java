/** Who is acting and what they may do. Rights are enforced in the service layer, once. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.security;
