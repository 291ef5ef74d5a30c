package org.kartoteka.ui.internal.web;

import jakarta.servlet.Servlet;
import java.net.URL;
import org.kartoteka.ui.api.file.FileServlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Serves the style and script of the shell. */
@Component(
    service = Servlet.class,
    scope = ServiceScope.PROTOTYPE,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/kartoteka-ui/*",
      "osgi.http.whiteboard.servlet.name=kartoteka-ui",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public class PageFiles extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected URL find(String path) {
    return PageFiles.class.getResource("/web" + path);
  }
}
