package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import org.kartoteka.platform.api.i18n.Messages;

/** Shown for an address that no route takes. */
public class NoSuchPage extends Main implements HasErrorParameter<NotFoundException> {

  private final transient ShellServices services;

  public NoSuchPage(ShellServices services) {
    this.services = services;
    addClassName("kt-empty");
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> failure) {
    var language = Messages.nearest(event.getUI().getLocale());
    add(new H1(services.messages().text(language, "ui.page.absent")));
    add(new Anchor("home", services.messages().text(language, "ui.page.home")));
    return HttpStatusCode.NOT_FOUND.getCode();
  }
}
