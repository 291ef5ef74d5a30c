package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import org.kartoteka.platform.api.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shown when opening a page failed in the shell itself. */
public class FaultPage extends Main implements HasErrorParameter<Exception> {

  private static final Logger LOG = LoggerFactory.getLogger(FaultPage.class);

  private final transient ShellServices services;

  public FaultPage(ShellServices services) {
    this.services = services;
    addClassName("kt-empty");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> failure) {
    LOG.error("The page {} failed", event.getLocation().getPath(), failure.getException());
    var language = Messages.nearest(event.getUI().getLocale());
    add(new H1(services.messages().text(language, "ui.fault.title")));
    add(new Paragraph(services.messages().text(language, "ui.problem.unexpected")));
    add(new Anchor("home", services.messages().text(language, "ui.page.home")));
    return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
  }
}
