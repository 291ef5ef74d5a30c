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
import org.kartoteka.core.api.retention.RetentionRuleView;
import org.kartoteka.core.api.retention.RetentionRules;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.http.HttpResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How long kinds of data are kept. */
@Component(service = RetentionRulesResource.class)
@HttpResource
@Path("retention-rules")
@Produces(MediaType.APPLICATION_JSON)
public final class RetentionRulesResource {

  private final RetentionRules rules;

  @Activate
  public RetentionRulesResource(@Reference RetentionRules rules) {
    this.rules = rules;
  }

  /**
   * A rule.
   *
   * @param months after how many months data are due, 1 to 1200
   */
  public record RuleRequest(Integer months) {}

  /** All kinds and rules. */
  @GET
  @Operation(
      summary = "List the kinds of data that can be kept for a time only, with their rules",
      description =
          "months is null where there is no rule; resting rules are those of stopped features")
  public Page<RetentionRuleView> list() {
    return Page.whole(rules.rules());
  }

  /** Sets a rule. */
  @PUT
  @Path("{kind}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set after how many months data of a kind are due",
      description = "What is due is put on the list of reviews; nothing is removed by itself")
  public RetentionRuleView set(@PathParam("kind") String kind, RuleRequest rule) {
    return rules.set(kind, rule.months());
  }

  /** Ends a rule. */
  @DELETE
  @Path("{kind}")
  @Operation(summary = "End a rule; what was decided stays on record")
  public void end(@PathParam("kind") String kind) {
    rules.end(kind);
  }
}
