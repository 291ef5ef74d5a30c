package org.kartoteka.security.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells those who remember rights that some have changed. */
@Component(service = RightsNews.class)
public final class RightsNews {

  private final AuthenticationService authentication;
  private final RecordScopesService scopes;

  @Activate
  public RightsNews(
      @Reference AuthenticationService authentication, @Reference RecordScopesService scopes) {
    this.authentication = authentication;
    this.scopes = scopes;
  }

  /** Rights of somebody have changed, and the change is written. */
  void changed() {
    authentication.forgetChecked();
    scopes.forgetAll();
  }
}
