package org.kartoteka.ui.internal.web;

import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URL;
import org.kartoteka.ui.api.file.FileServlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

/** Serves the frontend of Vaadin, whose build names every file after its content and packs it. */
@Component(
    service = Servlet.class,
    scope = ServiceScope.PROTOTYPE,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/VAADIN/build/*",
      "osgi.http.whiteboard.servlet.name=kartoteka-frontend",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public class FrontendFiles extends FileServlet {

  private static final long serialVersionUID = 1L;
  private static final String PLACE = "META-INF/VAADIN/webapp/VAADIN/build";

  @Override
  protected URL find(String path) {
    return VaadinServlet.class.getClassLoader().getResource(PLACE + path);
  }

  @Override
  protected boolean isVersioned(HttpServletRequest request) {
    return true;
  }
}
