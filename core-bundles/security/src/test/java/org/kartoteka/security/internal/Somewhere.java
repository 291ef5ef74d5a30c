package org.kartoteka.security.internal;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityProvider;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.IdentityRules.GroupRole;
import org.kartoteka.platform.api.identity.PasswordProvider;
import org.kartoteka.platform.api.identity.ProviderAnswer;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.ProviderSession;

/** Providers of a test, and the people they know. */
abstract class Somewhere implements IdentityProvider {

  private final String id;
  final Map<String, Identity> people = new HashMap<>();
  IdentityRules rules = new IdentityRules(true, false, List.of());

  private Somewhere(String id) {
    this.id = id;
  }

  /** Somebody with the sign-in name as subject. */
  static Identity person(String name, String... groups) {
    return new Identity(
        "there",
        "subject-" + name,
        name,
        "Person " + name,
        name + "@example.org",
        true,
        "pl",
        Set.of(groups),
        false);
  }

  void maps(String group, String role) {
    rules = new IdentityRules(true, rules.trustsEmail(), List.of(new GroupRole(group, role)));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return "The " + id;
  }

  @Override
  public boolean isInUse() {
    return true;
  }

  @Override
  public IdentityRules rules() {
    return rules;
  }

  /** A directory in which everybody has the same password. */
  static final class Directory extends Somewhere implements PasswordProvider {

    static final String PASSWORD = "password of the directory";

    boolean away;
    int asked;

    Directory() {
      this("directory");
    }

    Directory(String id) {
      super(id);
    }

    @Override
    public Optional<Identity> check(String name, String password) {
      asked++;
      if (away) {
        throw new ProviderUnavailable(title(), null);
      }
      return Optional.ofNullable(people.get(name)).filter(one -> password.equals(PASSWORD));
    }
  }

  /** A page that answers with whom one asks for; its sessions are called as their people. */
  static final class Page extends Somewhere implements RedirectProvider {

    private final Clock clock;
    final Map<String, ProviderLogout> logouts = new HashMap<>();

    Page(Clock clock) {
      this("page", clock);
    }

    Page(String id, Clock clock) {
      super(id);
      this.clock = clock;
    }

    @Override
    public ProviderVisit begin(URI back, boolean anew) {
      return new ProviderVisit(id(), back, "state", "nonce", "", back, anew, clock.instant());
    }

    @Override
    public ProviderAnswer finish(ProviderVisit visit, Map<String, String> answer) {
      String code = answer.get("code");
      return new ProviderAnswer(
          people.get(code), new ProviderSession(id(), answer.get("sid"), "hint of " + code));
    }

    @Override
    public Optional<URI> farewell(ProviderSession session, URI back) {
      return Optional.of(back.resolve("?hint=" + session.hint().replace(' ', '+')));
    }

    @Override
    public ProviderLogout logout(String token) {
      return Optional.ofNullable(logouts.get(token))
          .orElseThrow(() -> new Refused("security.identity.no-logout"));
    }
  }
}
