package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The providers that are there, and of those the ones that are in use. */
@Component(service = IdentityProviders.class)
public final class IdentityProviders {

  private final List<PasswordProvider> passwords = new CopyOnWriteArrayList<>();
  private final List<RedirectProvider> redirects = new CopyOnWriteArrayList<>();

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindPasswords(PasswordProvider provider) {
    passwords.add(provider);
  }

  public void unbindPasswords(PasswordProvider provider) {
    passwords.remove(provider);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindRedirects(RedirectProvider provider) {
    redirects.add(provider);
  }

  public void unbindRedirects(RedirectProvider provider) {
    redirects.remove(provider);
  }

  List<PasswordProvider> passwords() {
    return passwords.stream().filter(IdentityProvider::isInUse).toList();
  }

  List<RedirectProvider> redirects() {
    return redirects.stream().filter(IdentityProvider::isInUse).toList();
  }

  Optional<RedirectProvider> redirect(String id) {
    return redirects().stream().filter(provider -> provider.id().equals(id)).findFirst();
  }

  /** All in use. */
  List<ProviderView> views() {
    List<ProviderView> views = new ArrayList<>();
    passwords().forEach(one -> views.add(new ProviderView(one.id(), one.title(), false)));
    redirects().forEach(one -> views.add(new ProviderView(one.id(), one.title(), true)));
    return views;
  }

  Optional<ProviderView> view(String id) {
    return views().stream().filter(view -> view.id().equals(id)).findFirst();
  }
}
