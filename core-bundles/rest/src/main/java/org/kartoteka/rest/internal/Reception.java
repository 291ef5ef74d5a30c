package org.kartoteka.rest.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.glassfish.jersey.server.ResourceConfig;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.health.Health;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.rest.internal.idempotency.IdempotentRequests;
import org.kartoteka.rest.internal.idempotency.Serving;
import org.kartoteka.rest.internal.openapi.Open;
import org.kartoteka.rest.internal.problem.AnyFailure;
import org.kartoteka.rest.internal.problem.Problems;
import org.kartoteka.rest.internal.resource.HealthResource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What every request passes before a resource sees it: correlation, headers, language, sign-in,
 * idempotency; and what turns failures into problems.
 */
@Component(service = Reception.class)
public final class Reception {

  private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

  private final SignIn signIn;
  private final CurrentUser currentUser;
  private final HealthResource health;
  private final IdempotentRequests idempotentRequests;
  private final BundleDoorplates doorplates;
  private final Problems problems;

  @Activate
  public Reception(
      BundleContext context,
      @Reference Authentication authentication,
      @Reference Sessions sessions,
      @Reference CurrentUser currentUser,
      @Reference Messages messages,
      @Reference Health health,
      @Reference FeatureCatalog features,
      @Reference IdempotentRequests idempotentRequests) {
    JerseyLoader.prepare();
    this.signIn = new SignIn(authentication, sessions);
    this.currentUser = currentUser;
    this.health = new HealthResource(health, messages, currentUser);
    this.idempotentRequests = idempotentRequests;
    this.doorplates = new BundleDoorplates(context, features);
    this.problems = new Problems(messages, doorplates, health::canServe);
  }

  /** How the container of the given resources is built. */
  ResourceConfig configuration(List<Object> resources) {
    return ApiConfiguration.of(resources, problems);
  }

  /** What is answered at {@code health}. */
  Object health() {
    return health;
  }

  /** Tells where to ask for the paths of the resources that are there. */
  void present(Supplier<List<String>> paths) {
    doorplates.present(paths);
  }

  /** Takes note that a resource left. */
  void departed(String path, long bundle) {
    doorplates.departed(path, bundle);
  }

  /** Receives a request. */
  void receive(HttpServletRequest request, HttpServletResponse response, Containers containers)
      throws IOException {
    try (Correlation correlation = Correlation.of(request.getHeader(Correlation.HEADER))) {
      response.setHeader(Correlation.HEADER, correlation.id());
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      Locale locale = Languages.wanted(request.getHeader("Accept-Language")).orElse(Locale.ENGLISH);
      VersionedPath versioned = VersionedPath.of(request).orElse(null);
      String path = versioned == null ? "" : versioned.path();
      Serving resources = (asked, answer) -> containers.serve(path, asked, answer);
      try {
        request.setAttribute(AnyFailure.LOCALE, locale);
        if (versioned == null) {
          throw new NotFoundException();
        }
        // Not getContentType(), which fails at an unknown charset.
        ReadableHeaders.requireType(request.getHeader("Content-Type"));
        if (Open.isOpen("/" + path)) {
          resources.serve(versioned, response);
        } else {
          User caller = asked(signIn.caller(request), request);
          locale = caller.locale();
          request.setAttribute(AnyFailure.LOCALE, locale);
          serveAs(caller, versioned, response, resources);
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.debug("{} was not answered: the connection broke", request.getRequestURI(), e);
        if (!response.isCommitted()) {
          problems.answer(e, locale, request.getRequestURI(), path).writeTo(response);
        }
      } catch (ServletException | RuntimeException e) {
        problems.answer(e, locale, request.getRequestURI(), path).writeTo(response);
      }
    }
  }

  private void serveAs(
      User caller, VersionedPath request, HttpServletResponse response, Serving resources)
      throws ServletException, IOException {
    Exception failure =
        currentUser.runAs(
            caller,
            () -> {
              try {
                if (IdempotentRequests.concern(request)) {
                  idempotentRequests.serve(caller, request, response, resources);
                } else {
                  resources.serve(request, response);
                }
                return null;
              } catch (ServletException | IOException e) {
                return e;
              }
            });
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof ServletException servlet) {
      throw servlet;
    }
  }

  /** The caller with the language he asks for now. */
  private static User asked(User caller, HttpServletRequest request) {
    return Languages.wanted(request.getHeader("Accept-Language"))
        .map(caller::speaking)
        .orElse(caller);
  }
}
