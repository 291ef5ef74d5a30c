/** What a bundle needs to offer resources of the HTTP API. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.platform.api.http;
