package org.kartoteka.rest.internal.resource;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.kartoteka.platform.api.http.HttpResource;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.SecondFactorProposal;
import org.kartoteka.platform.api.security.SecondFactorView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own second factor. */
@Component(service = MySecondFactorResource.class)
@HttpResource
@Path("me/second-factor")
@Produces(MediaType.APPLICATION_JSON)
public final class MySecondFactorResource {

  private final SecondFactor secondFactor;

  @Activate
  public MySecondFactorResource(@Reference SecondFactor secondFactor) {
    this.secondFactor = secondFactor;
  }

  /** What the authenticator shows. */
  public record Code(String code) {}

  /** Codes that open once each, shown this once. */
  public record RecoveryCodes(List<String> codes) {}

  /** How the caller stands. */
  @GET
  @Operation(summary = "Tell whether I have a second factor")
  public SecondFactorView read() {
    return secondFactor.mine();
  }

  /** Proposes a secret. */
  @POST
  @Path("proposal")
  @Operation(summary = "Propose a secret for my authenticator")
  public SecondFactorProposal propose() {
    return secondFactor.propose();
  }

  /** Sets up what was proposed. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set up my second factor",
      description = "With a code of the proposed secret. Answers with the recovery codes")
  public RecoveryCodes confirm(Code code) {
    return new RecoveryCodes(secondFactor.confirm(code.code()));
  }

  /** New recovery codes. */
  @POST
  @Path("recovery-codes")
  @Operation(summary = "Make new recovery codes for me; the old ones end")
  public RecoveryCodes renew() {
    return new RecoveryCodes(secondFactor.renewRecoveryCodes());
  }

  /** Removes it. */
  @DELETE
  @Operation(summary = "Remove my second factor")
  public void remove() {
    secondFactor.remove();
  }
}
