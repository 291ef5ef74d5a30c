package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller himself. */
@Component(service = MeResource.class)
@HttpResource
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {

  private final CurrentUser currentUser;
  private final Authentication authentication;

  @Activate
  public MeResource(@Reference CurrentUser currentUser, @Reference Authentication authentication) {
    this.currentUser = currentUser;
    this.authentication = authentication;
  }

  /** Who the caller is and what he may do; the permission {@code *} is all. */
  public record Me(
      UserId id, String name, String fullName, String language, List<String> permissions) {}

  /** A change of the own password. */
  public record PasswordChange(String present, String next) {}

  /** A choice of language. */
  public record LanguageChoice(String language) {}

  /** Who the caller is. */
  @GET
  @Operation(summary = "Tell who I am")
  public Me read() {
    User user = currentUser.require();
    return new Me(
        user.id(),
        user.name(),
        user.fullName(),
        authentication.refresh(user.id()).orElse(user).locale().getLanguage(),
        user.permissions().stream().sorted().toList());
  }

  /** Changes the own password. */
  @PUT
  @Path("password")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Change my password")
  public void changePassword(PasswordChange change) {
    authentication.changeOwnPassword(change.present(), change.next());
  }

  /** Keeps the language. */
  @PUT
  @Path("language")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Choose my language: en, pl, bg or ru")
  public void chooseLanguage(LanguageChoice choice) {
    Locale wanted =
        Messages.LANGUAGES.stream()
            .filter(language -> language.getLanguage().equals(choice.language()))
            .findFirst()
            .orElseThrow(
                () -> new InvalidInput(FieldError.of("language", "choice", "en, pl, bg, ru")));
    authentication.chooseLanguage(wanted);
  }
}
