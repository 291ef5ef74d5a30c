package org.kartoteka.ui.internal.web;

import org.osgi.service.component.annotations.Component;

/** Serves the style and script of the shell. */
@Component(
    service = PageFiles.class,
    property = {
      "osgi.http.whiteboard.resource.pattern=/kartoteka-ui/*",
      "osgi.http.whiteboard.resource.prefix=/web",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public class PageFiles {}
