/** Custom fields: what an administrator adds to parties and persons at runtime. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.custom;
