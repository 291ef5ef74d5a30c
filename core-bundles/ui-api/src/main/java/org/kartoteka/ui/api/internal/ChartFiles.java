package org.kartoteka.ui.api.internal;

import jakarta.servlet.Servlet;
import java.net.URL;
import org.kartoteka.ui.api.file.FileServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Serves the chart library and our element around it. */
@Component(
    service = Servlet.class,
    scope = ServiceScope.PROTOTYPE,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/kartoteka-charts/*",
      "osgi.http.whiteboard.servlet.name=kartoteka-charts",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public class ChartFiles extends FileServlet {

  private static final long serialVersionUID = 1L;

  /** Comes after the push support, which has to be there before any servlet. */
  @Activate
  public ChartFiles(@Reference PushEndpoint before) {
    super();
  }

  @Override
  protected URL find(String path) {
    return ChartFiles.class.getResource("/web" + path);
  }
}
