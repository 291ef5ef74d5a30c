package org.kartoteka.rest.internal.problem;

import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jersey.server.ParamException;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Collided;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.MissingRevision;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.NotSignedIn;
import org.kartoteka.platform.api.problem.PasswordChangeNeeded;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.ReadOnly;
import org.kartoteka.platform.api.problem.SecondFactorNeeded;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.problem.TooLarge;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.problem.TooManyRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns whatever went wrong into a problem that a client can act upon. */
public final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String PREFIX = "problem.";

  private final Messages messages;
  private final Doorplates doorplates;
  private final ServingState state;

  /** Whether the product can serve at all. */
  @FunctionalInterface
  public interface ServingState {
    /** True when failures are not for want of the database. */
    boolean canServe();
  }

  public Problems(Messages messages, Doorplates doorplates, ServingState state) {
    this.messages = messages;
    this.doorplates = doorplates;
    this.state = state;
  }

  /**
   * The answer to a failure.
   *
   * @param path the path below the version, without a leading slash
   */
  public ProblemAnswer answer(Throwable failure, Locale locale, String instance, String path) {
    if (failure instanceof Problem problem) {
      return of(problem, locale, instance);
    }
    if (failure instanceof JsonProcessingException json && !isOutput(json)) {
      return of(JsonErrors.explain(json), locale, instance);
    }
    if (failure instanceof ParamException parameter) {
      return of(explain(parameter), locale, instance);
    }
    if (failure instanceof NotFoundException) {
      return doorplates
          .absent(path)
          .map(absent -> of(absent, locale, instance))
          .orElseGet(() -> plain(404, "problem.unknown-address", locale, instance));
    }
    if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      return refusedByProtocol(web, locale, instance);
    }
    return unexpected(failure, locale, instance);
  }

  private ProblemAnswer unexpected(Throwable failure, Locale locale, String instance) {
    LOG.error("{} failed", instance, failure);
    return state.canServe()
        ? plain(500, "problem.unexpected", locale, instance)
        : of(new NotReady(), locale, instance);
  }

  private static boolean isOutput(JsonProcessingException json) {
    return json instanceof JsonGenerationException || json instanceof InvalidDefinitionException;
  }

  private Problem explain(ParamException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return new InvalidInput(FieldError.of(failure.getParameterName(), "invalid"));
  }

  private ProblemAnswer of(Problem problem, Locale locale, String instance) {
    Optional<String> next =
        problem instanceof Moved moved ? MovedAddress.of(moved, instance) : Optional.empty();
    int status = next.isPresent() ? 308 : status(problem);
    Map<String, String> headers = new LinkedHashMap<>();
    if (next.isPresent()) {
      headers.put(HttpHeaders.LOCATION, next.get());
      headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (problem instanceof NotSignedIn) {
      headers.put(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Kartoteka\", charset=\"UTF-8\"");
    }
    if (problem instanceof TooManyAttempts || problem instanceof TooManyRequests) {
      headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.arguments().get(0)));
    }
    if (problem instanceof NotReady) {
      headers.put(HttpHeaders.RETRY_AFTER, "5");
    }
    if (problem instanceof Collided) {
      headers.put(HttpHeaders.RETRY_AFTER, "1");
      LOG.info("{} collided with somebody else's work", instance, problem.getCause());
    }
    return new ProblemAnswer(
        headers,
        new ProblemDetails(
            type(problem.key()),
            title(status, locale),
            status,
            messages
                .find(locale, problem.key(), problem.arguments(key -> messages.find(locale, key)))
                .orElseGet(() -> title(status, locale)),
            instance,
            MDC.get("correlation"),
            problem instanceof FeatureAway away ? away.feature() : null,
            problem instanceof InvalidInput invalid ? errors(invalid, locale) : null));
  }

  private ProblemAnswer refusedByProtocol(
      WebApplicationException failure, Locale locale, String instance) {
    int status = failure.getResponse().getStatus();
    ProblemAnswer answer = plain(status, "problem.http." + status, locale, instance);
    if (failure instanceof NotAllowedException) {
      answer.headers().put(HttpHeaders.ALLOW, failure.getResponse().getHeaderString("Allow"));
    }
    return answer;
  }

  private ProblemAnswer plain(int status, String key, Locale locale, String instance) {
    return new ProblemAnswer(
        new LinkedHashMap<>(),
        new ProblemDetails(
            type(key),
            title(status, locale),
            status,
            messages.find(locale, key).orElseGet(() -> title(status, locale)),
            instance,
            MDC.get("correlation"),
            null,
            null));
  }

  private List<ProblemDetails.Error> errors(InvalidInput invalid, Locale locale) {
    List<ProblemDetails.Error> errors = new ArrayList<>();
    for (FieldError error : invalid.errors()) {
      errors.add(
          new ProblemDetails.Error(
              error.field(),
              error.code(),
              messages
                  .find(locale, error.key(), error.arguments().toArray())
                  .or(() -> messages.find(locale, "problem.field.invalid"))
                  .orElse(error.code())));
    }
    return errors;
  }

  private String title(int status, Locale locale) {
    return messages
        .find(locale, "problem.title." + status)
        .or(() -> messages.find(locale, "problem.title." + status / 100 + "xx"))
        .orElse("HTTP " + status);
  }

  private static String type(String key) {
    String name = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    return "urn:kartoteka:problem:" + name.replace('.', ':');
  }

  private static int status(Problem problem) {
    if (problem instanceof InvalidInput) {
      return 422;
    }
    if (problem instanceof NotFound || problem instanceof FeatureAway) {
      return 404;
    }
    if (problem instanceof StaleRevision) {
      return 412;
    }
    if (problem instanceof MissingRevision) {
      return 428;
    }
    if (problem instanceof Forbidden
        || problem instanceof ProofNeeded
        || problem instanceof SecondFactorNeeded
        || problem instanceof PasswordChangeNeeded
        || problem instanceof ReadOnly) {
      return 403;
    }
    if (problem instanceof NotSignedIn) {
      return 401;
    }
    if (problem instanceof TooManyAttempts || problem instanceof TooManyRequests) {
      return 429;
    }
    if (problem instanceof TooLarge) {
      return 413;
    }
    if (problem instanceof BadRequest) {
      return 400;
    }
    if (problem instanceof NotReady
        || problem instanceof Collided
        || problem instanceof ProviderUnavailable) {
      return 503;
    }
    return 409;
  }
}
