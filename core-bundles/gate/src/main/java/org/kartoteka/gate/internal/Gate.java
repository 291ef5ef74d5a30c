package org.kartoteka.gate.internal;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Stands before all servlets: the one handler there, as the web server asks no second one. Lets in
 * whom {@link SecureOnly}, {@link RateLimit} and {@link KnownMethods} let pass. Until both
 * entrances have been there it answers itself that the product is starting; later only for the
 * entrance that is away.
 */
@Component(service = Handler.class, property = "service.ranking:Integer=1000")
public final class Gate extends Handler.Abstract.NonBlocking {

  private static final int UNAVAILABLE = 503;
  private static final String SECONDS_TO_WAIT = "2";

  private final SecureOnly secureOnly;
  private final RateLimit rateLimit;
  private final KnownMethods knownMethods = new KnownMethods();
  private final Set<Entrance> present = new CopyOnWriteArraySet<>();
  private volatile boolean started;

  @Activate
  public Gate(BundleContext context) {
    this(new SecureOnly(new StartSettings(context)), new RateLimit(new StartSettings(context)));
  }

  Gate(SecureOnly secureOnly, RateLimit rateLimit) {
    this.secureOnly = secureOnly;
    this.rateLimit = rateLimit;
  }

  @Override
  public void setServer(Server server) {
    super.setServer(server);
    if (server != null && !(server.getErrorHandler() instanceof Unreadable)) {
      server.setErrorHandler(new Unreadable());
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindEntrance(Entrance entrance) {
    present.add(entrance);
    started |= present.containsAll(EnumSet.allOf(Entrance.class));
  }

  void unbindEntrance(Entrance entrance) {
    present.remove(entrance);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (secureOnly.handle(request, response, callback)
        || rateLimit.handle(request, response, callback)
        || knownMethods.handle(request, response, callback)) {
      return true;
    }
    Entrance wanted = Entrance.of(Request.getPathInContext(request));
    if (started && present.contains(wanted)) {
      return false;
    }
    response.setStatus(UNAVAILABLE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put(HttpHeader.RETRY_AFTER, SECONDS_TO_WAIT);
    String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    Waiting waiting = Waiting.in(language);
    boolean page = wanted == Entrance.BROWSER && isForPeople(request);
    response
        .getHeaders()
        .put(
            HttpHeader.CONTENT_TYPE,
            page ? "text/html;charset=utf-8" : "application/problem+json;charset=utf-8");
    String body = page ? waiting.page() : waiting.problem();
    response.write(true, BufferUtil.toBuffer(body.getBytes(StandardCharsets.UTF_8)), callback);
    return true;
  }

  private static boolean isForPeople(Request request) {
    HttpField accepted = request.getHeaders().getField(HttpHeader.ACCEPT);
    return accepted != null && accepted.getValue().contains("text/html");
  }
}
