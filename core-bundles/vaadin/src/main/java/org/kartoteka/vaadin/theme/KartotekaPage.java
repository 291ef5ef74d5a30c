package org.kartoteka.vaadin.theme;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.Theme;

/**
 * The page around every view: our theme, push, the icon. The frontend build reads the theme's name
 * from here, and so does Vaadin when it starts; a shell gives this very class to Vaadin.
 */
@Theme("kartoteka")
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public class KartotekaPage implements AppShellConfigurator {

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setPageTitle("Kartoteka");
    settings.setViewport("width=device-width, initial-scale=1");
    settings.addFavIcon("icon", "icons/kartoteka.svg", "any");
    settings.addMetaTag("color-scheme", "light dark");
  }
}
