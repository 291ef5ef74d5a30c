/** Trade events in the journal. */
@Version("1.0.0")
package org.kartoteka.core.api.trade.event;

import org.osgi.annotation.versioning.Version;
