package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.identity.Identities;
import org.kartoteka.platform.api.identity.IdentityView;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.SecondFactorView;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.Tokens;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** By what users are inside: sessions and tokens, as an administrator sees and ends them. */
@Component(service = UserAccessResource.class)
@HttpResource
@Path("users/{user}/access")
@Produces(MediaType.APPLICATION_JSON)
public final class UserAccessResource {

  private final Sessions sessions;
  private final Tokens tokens;
  private final SecondFactor secondFactor;
  private final Identities identities;

  @Activate
  public UserAccessResource(
      @Reference Sessions sessions,
      @Reference Tokens tokens,
      @Reference SecondFactor secondFactor,
      @Reference Identities identities) {
    this.sessions = sessions;
    this.tokens = tokens;
    this.secondFactor = secondFactor;
    this.identities = identities;
  }

  /**
   * Who is to say who a user is.
   *
   * @param provider such as {@code ldap}
   * @param subject what the user is there; may be missing
   */
  public record IdentityOrder(String provider, String subject) {}

  /** The sessions of a user. */
  @GET
  @Path("sessions")
  @Operation(summary = "List the browsers in which a user is signed in")
  public Page<SessionView> sessions(@PathParam("user") UserId user) {
    return Page.whole(sessions.of(user));
  }

  /** Ends all sessions of a user. */
  @DELETE
  @Path("sessions")
  @Operation(summary = "Sign a user out everywhere")
  public void endSessions(@PathParam("user") UserId user) {
    sessions.endAll(user);
  }

  /** Ends one session of a user. */
  @DELETE
  @Path("sessions/{id}")
  @Operation(summary = "Sign a user out of one browser")
  public void endSession(@PathParam("user") UserId user, @PathParam("id") SessionId id) {
    if (sessions.of(user).stream().noneMatch(session -> session.id().equals(id))) {
      throw new NotFound("session", id.value());
    }
    sessions.end(id);
  }

  /** The tokens of a user. */
  @GET
  @Path("tokens")
  @Operation(summary = "List the tokens of a user")
  public Page<TokenView> tokens(@PathParam("user") UserId user) {
    return Page.whole(tokens.of(user));
  }

  /** Revokes a token of a user. */
  @DELETE
  @Path("tokens/{id}")
  @Operation(summary = "Revoke a token of a user")
  public void revokeToken(@PathParam("user") UserId user, @PathParam("id") Long id) {
    if (tokens.of(user).stream().noneMatch(token -> token.id() == id)) {
      throw new NotFound("token", id);
    }
    tokens.revoke(id);
  }

  /** Whether a user has a second factor. */
  @GET
  @Path("second-factor")
  @Operation(summary = "Tell whether a user has a second factor")
  public SecondFactorView secondFactor(@PathParam("user") UserId user) {
    return secondFactor.of(user);
  }

  /** Removes the second factor of a user who has lost it. */
  @DELETE
  @Path("second-factor")
  @Operation(summary = "Remove the second factor of a user who has lost it")
  public void resetSecondFactor(@PathParam("user") UserId user) {
    secondFactor.reset(user);
  }

  /** By whom a user is known. */
  @GET
  @Path("identity")
  @Operation(
      summary = "Tell which provider says who a user is",
      description = "404 when he has a password here")
  public IdentityView identity(@PathParam("user") UserId user) {
    return identities.of(user).orElseThrow(() -> new NotFound("identity", user.value()));
  }

  /** Lets a provider say who a user is. */
  @PUT
  @Path("identity")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Let a provider say who a user is",
      description = "His password ends, and all his sessions")
  public IdentityView assignIdentity(@PathParam("user") UserId user, IdentityOrder order) {
    return identities.assign(user, order.provider(), order.subject());
  }

  /** Takes a user back, who needs a password then. */
  @DELETE
  @Path("identity")
  @Operation(summary = "No provider says any more who a user is; he needs a password then")
  public void releaseIdentity(@PathParam("user") UserId user) {
    identities.release(user);
  }
}
