package org.kartoteka.ui.internal.shell;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.kartoteka.core.api.search.Search;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.ui.internal.access.AccessServices;
import org.kartoteka.ui.internal.deputy.DeputyDesk;
import org.kartoteka.ui.internal.session.SessionUser;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the pages of the shell work with; Vaadin makes them, so it is handed to them by hand. */
@Component(service = ShellServices.class)
public class ShellServices {

  private final Contributions contributions;
  private final OpenWindows windows;
  private final Messages messages;
  private final CurrentUser currentUser;
  private final Authentication authentication;
  private final AccessServices access;
  private final SessionUser sessionUser;
  private final Settings settings;
  private final Clock clock;
  private final DeputyDesk deputies;
  private final String version;
  private final AtomicReference<Search> search = new AtomicReference<>();

  @Activate
  public ShellServices(
      BundleContext context,
      @Reference Contributions contributions,
      @Reference OpenWindows windows,
      @Reference Messages messages,
      @Reference CurrentUser currentUser,
      @Reference Authentication authentication,
      @Reference AccessServices access,
      @Reference SessionUser sessionUser,
      @Reference Settings settings,
      @Reference Clock clock,
      @Reference DeputyDesk deputies) {
    this.contributions = contributions;
    this.windows = windows;
    this.messages = messages;
    this.currentUser = currentUser;
    this.authentication = authentication;
    this.access = access;
    this.sessionUser = sessionUser;
    this.settings = settings;
    this.clock = clock;
    this.deputies = deputies;
    this.version = Long.toString(context.getBundle().getLastModified(), Character.MAX_RADIX);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSearch(Search present) {
    search.set(present);
  }

  void unbindSearch(Search leaving) {
    search.compareAndSet(leaving, null);
  }

  /** What all bundles contribute. */
  public Contributions contributions() {
    return contributions;
  }

  /** The windows that are open. */
  public OpenWindows windows() {
    return windows;
  }

  /** The texts. */
  public Messages messages() {
    return messages;
  }

  /** Who acts. */
  public CurrentUser currentUser() {
    return currentUser;
  }

  /** Finds out who somebody is. */
  public Authentication authentication() {
    return authentication;
  }

  /** Signing in, sessions and tokens. */
  public AccessServices access() {
    return access;
  }

  /** Who is signed in to a session. */
  public SessionUser sessionUser() {
    return sessionUser;
  }

  /** What people chose. */
  public Settings settings() {
    return settings;
  }

  /** Who stands in for whom. */
  public DeputyDesk deputies() {
    return deputies;
  }

  /** The clock. */
  public Clock clock() {
    return clock;
  }

  /** Finds records; empty while the core is away. */
  public Optional<Search> search() {
    return Optional.ofNullable(search.get());
  }

  /** Changes with every version of this bundle, for the addresses of its files. */
  public String version() {
    return version;
  }
}
