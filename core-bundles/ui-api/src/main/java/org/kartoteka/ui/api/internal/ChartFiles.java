package org.kartoteka.ui.api.internal;

import org.osgi.service.component.annotations.Component;

/** Serves the chart library and our element around it. */
@Component(
    service = ChartFiles.class,
    property = {
      "osgi.http.whiteboard.resource.pattern=/kartoteka-charts/*",
      "osgi.http.whiteboard.resource.prefix=/web",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public class ChartFiles {}
