package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The browsers in which the caller is signed in. */
@Component(service = MySessionsResource.class)
@HttpResource
@Path("me/sessions")
@Produces(MediaType.APPLICATION_JSON)
public final class MySessionsResource {

  private final Sessions sessions;

  @Activate
  public MySessionsResource(@Reference Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Who the caller is, once more.
   *
   * @param code of the second factor; may be missing when there is none
   */
  public record Proof(String password, String code) {}

  /** The own sessions. */
  @GET
  @Operation(summary = "List the browsers in which I am signed in")
  public Page<SessionView> list() {
    return Page.whole(sessions.mine());
  }

  /** Ends a session. */
  @DELETE
  @Path("{id}")
  @Operation(summary = "Sign me out of one browser")
  public void end(@PathParam("id") SessionId id) {
    sessions.end(id);
  }

  /** Ends all sessions. */
  @DELETE
  @Operation(
      summary = "Sign me out everywhere",
      description = "With keepPresent=true not in the browser that asks")
  public void endAll(@QueryParam("keepPresent") Boolean keepPresent) {
    sessions.endMine(!Boolean.TRUE.equals(keepPresent));
  }

  /** Renews the proof of the present session. */
  @PUT
  @Path("present/proof")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Prove once more who I am",
      description = "For the session of a browser, before acts that need a recent proof")
  public void prove(Proof proof, @Context HttpServletRequest request) {
    sessions.prove(proof.password(), proof.code(), request.getRemoteAddr());
  }
}
