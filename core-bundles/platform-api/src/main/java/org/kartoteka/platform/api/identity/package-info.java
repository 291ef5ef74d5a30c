/** People whom somebody else knows: a directory, an OpenID provider. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.identity;
