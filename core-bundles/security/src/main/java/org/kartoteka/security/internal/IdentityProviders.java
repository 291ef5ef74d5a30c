package org.kartoteka.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.identity.ProviderKind;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The providers that are there: those that bundles bring and those that were set up, in their
 * order; and of them the ones that are in use.
 */
@Component(
    service = IdentityProviders.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class IdentityProviders {

  /** How long it takes at most until a provider that another node has added is seen. */
  private static final Duration BELIEVED = Duration.ofSeconds(5);

  /** A whole number that is not too large to be one. */
  static final Pattern ORDER = Pattern.compile("\\d{1,6}");

  private final UnitOfWork unitOfWork;
  private final Clock clock;
  private final ProviderSettings settings;
  private final ProviderTable table;
  private final List<PasswordProvider> passwords = new CopyOnWriteArrayList<>();
  private final List<RedirectProvider> redirects = new CopyOnWriteArrayList<>();
  private final List<ProviderKind> kinds = new CopyOnWriteArrayList<>();
  private final Map<ProviderTable.Row, SetUp> made = new ConcurrentHashMap<>();
  private volatile Read read = new Read(List.of(), Instant.MIN);

  private record Read(List<ProviderTable.Row> rows, Instant until) {}

  /** A provider that was set up. */
  record SetUp(ProviderKind kind, IdentityProvider provider) {}

  @Activate
  public IdentityProviders(
      @Reference UnitOfWork unitOfWork,
      @Reference Clock clock,
      @Reference ProviderSettings settings) {
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.settings = settings;
    this.table = new ProviderTable(unitOfWork);
  }

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

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindKinds(ProviderKind kind) {
    kinds.add(kind);
  }

  public void unbindKinds(ProviderKind kind) {
    kinds.remove(kind);
    made.values().removeIf(one -> one.kind() == kind);
  }

  Optional<ProviderKind> kind(String id) {
    return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** Those that were set up and whose kind is there, the smallest order first, in use or not. */
  List<SetUp> setUp() {
    List<ProviderTable.Row> rows = rows();
    made.keySet().retainAll(rows);
    return rows.stream()
        .sorted(Comparator.comparingInt(this::order))
        .flatMap(row -> setUp(row).stream())
        .toList();
  }

  private int order(ProviderTable.Row row) {
    String order = settings.of(row.id()).getOrDefault(ProviderSettings.ORDER, "");
    return ORDER.matcher(order).matches() ? Integer.parseInt(order) : 0;
  }

  private Optional<SetUp> setUp(ProviderTable.Row row) {
    SetUp before = made.get(row);
    return before != null && kinds.contains(before.kind())
        ? Optional.of(before)
        : kind(row.kind()).map(kind -> make(row, kind));
  }

  private SetUp make(ProviderTable.Row row, ProviderKind kind) {
    SetUp one = new SetUp(kind, kind.provider(row.id()));
    made.put(row, one);
    return one;
  }

  private List<ProviderTable.Row> rows() {
    Instant now = clock.instant();
    Read known = read;
    if (now.isBefore(known.until())) {
      return known.rows();
    }
    List<ProviderTable.Row> rows = unitOfWork.read(table::all);
    read = new Read(rows, now.plus(BELIEVED));
    return rows;
  }

  /** After a change: others are there now. */
  void forget() {
    read = new Read(List.of(), Instant.MIN);
  }

  /** Whether a bundle brings a provider of this id of itself. */
  boolean isBrought(String id) {
    return Stream.concat(passwords.stream(), redirects.stream())
        .anyMatch(one -> one.id().equals(id));
  }

  List<PasswordProvider> passwords() {
    return inUse(passwords, PasswordProvider.class);
  }

  List<RedirectProvider> redirects() {
    return inUse(redirects, RedirectProvider.class);
  }

  private <P extends IdentityProvider> List<P> inUse(List<P> brought, Class<P> type) {
    return Stream.concat(
            brought.stream(),
            setUp().stream().map(SetUp::provider).filter(type::isInstance).map(type::cast))
        .filter(IdentityProvider::isInUse)
        .toList();
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
