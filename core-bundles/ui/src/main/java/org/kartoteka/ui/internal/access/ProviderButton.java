package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.net.URL;
import java.util.function.Consumer;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.RedirectSignIn;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.internal.session.ProviderVisits;

/** Sends the browser to the page of a provider. */
public final class ProviderButton extends Button {

  private static final String SIGN_IN = "/sign-in";

  /**
   * A button.
   *
   * @param anew whether the person must prove anew who he is
   * @param refused told why it cannot be
   */
  public ProviderButton(
      RedirectSignIn redirects, String provider, boolean anew, Consumer<Problem> refused) {
    setId((anew ? "prove-with-" : "sign-in-with-") + provider);
    setWidthFull();
    addClickListener(
        event ->
            UI.getCurrent()
                .getPage()
                .fetchCurrentURL(
                    here -> {
                      try {
                        leave(redirects.begin(provider, ProviderVisits.back(), anew), here);
                      } catch (Problem problem) {
                        refused.accept(problem);
                      }
                    }));
  }

  /** The browser comes back to where it is now. */
  private static void leave(ProviderVisit visit, URL here) {
    String wanted = here.getPath().equals(SIGN_IN) ? "" : here.getFile().substring(1);
    ProviderVisits.present().begin(visit, wanted);
    UI.getCurrent().getPage().setLocation(visit.address());
  }
}
