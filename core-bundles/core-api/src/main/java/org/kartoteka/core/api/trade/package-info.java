/**
 * What was agreed, invoiced and paid, as every bundle may hear of it, whoever keeps the documents:
 * a bundle of ours or a system outside.
 */
@Version("1.0.0")
package org.kartoteka.core.api.trade;

import org.osgi.annotation.versioning.Version;
