/**
 * Where bundles add something to the browser application: pages, tabs of a card, tiles, actions,
 * settings. All are whiteboard services that come and go while people work.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.ui.api;
