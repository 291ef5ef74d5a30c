package org.kartoteka.ui.internal.access;

import java.util.List;
import org.kartoteka.platform.api.identity.Identities;
import org.kartoteka.platform.api.identity.RedirectSignIn;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.PermissionView;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.SignIn;
import org.kartoteka.platform.api.security.Tokens;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services by which people and programs come in. */
@Component(service = AccessServices.class)
public class AccessServices {

  private final CurrentUser currentUser;
  private final SignIn signIn;
  private final Sessions sessions;
  private final Tokens tokens;
  private final SecondFactor secondFactor;
  private final UserDirectory directory;
  private final Identities identities;
  private final RedirectSignIn redirects;

  @Activate
  public AccessServices(
      @Reference CurrentUser currentUser,
      @Reference SignIn signIn,
      @Reference Sessions sessions,
      @Reference Tokens tokens,
      @Reference SecondFactor secondFactor,
      @Reference UserDirectory directory,
      @Reference Identities identities,
      @Reference RedirectSignIn redirects) {
    this.currentUser = currentUser;
    this.signIn = signIn;
    this.sessions = sessions;
    this.tokens = tokens;
    this.secondFactor = secondFactor;
    this.directory = directory;
    this.identities = identities;
    this.redirects = redirects;
  }

  /** Signs people in. */
  public SignIn signIn() {
    return signIn;
  }

  /** Where people are signed in. */
  public Sessions sessions() {
    return sessions;
  }

  /** The second factor. */
  public SecondFactor secondFactor() {
    return secondFactor;
  }

  /** Which users are known elsewhere. */
  public Identities identities() {
    return identities;
  }

  /** Signs people in on the pages of providers. */
  public RedirectSignIn redirects() {
    return redirects;
  }

  Tokens tokens() {
    return tokens;
  }

  CurrentUser currentUser() {
    return currentUser;
  }

  /** The names of what the current user may do, to choose among. */
  List<String> permissions() {
    User user = currentUser.require();
    return user.may(User.ALL)
        ? directory.permissions().stream().map(PermissionView::name).toList()
        : user.permissions().stream().sorted().toList();
  }
}
