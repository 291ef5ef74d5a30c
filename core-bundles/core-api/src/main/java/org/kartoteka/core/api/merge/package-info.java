/** Several cards of one party become one, and again several when that was wrong. */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.core.api.merge;
