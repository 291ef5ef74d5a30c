package org.kartoteka.rest.internal.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.User;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A POST with the header {@code Idempotency-Key} is carried out once: the same request with the
 * same key gets the same answer for a day. Key, change and answer are one transaction; of two at
 * the same time the second waits for the first. An answer that is no success is not remembered and
 * nothing of it is written.
 */
@Component(
    service = IdempotentRequests.class,
    reference =
        @Reference(name = "schema", service = DataSource.class, target = "(kartoteka.schema=rest)"))
public final class IdempotentRequests {

  /** The header with the caller's key. */
  public static final String HEADER = "Idempotency-Key";

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final UnitOfWork unitOfWork;
  private final AnswerMemory memory;

  @Activate
  public IdempotentRequests(@Reference UnitOfWork unitOfWork, @Reference Clock clock) {
    this.unitOfWork = unitOfWork;
    this.memory = new AnswerMemory(unitOfWork, clock);
  }

  /** Whether the request asks to be carried out once. */
  public static boolean concern(HttpServletRequest request) {
    return request.getMethod().equals("POST") && request.getHeader(HEADER) != null;
  }

  /** Serves the request, or repeats the answer of the one before. */
  public void serve(
      User caller, HttpServletRequest request, HttpServletResponse response, Serving resources)
      throws ServletException, IOException {
    String key = request.getHeader(HEADER).strip();
    if (!KEY.matcher(key).matches()) {
      throw new InvalidInput(FieldError.of(HEADER, "invalid"));
    }
    AnswerMemory.Key claim = new AnswerMemory.Key(caller.id(), key, request.getRequestURI());
    RememberedAnswer answer;
    try (SpooledBody body = SpooledBody.of(request)) {
      answer = unitOfWork.call(() -> once(claim, body, response, resources));
    } catch (NotRemembered failed) {
      answer = failed.answer;
    } catch (Unserved unserved) {
      throw unserved.rethrow();
    }
    answer.writeTo(response);
  }

  private RememberedAnswer once(
      AnswerMemory.Key key, SpooledBody request, HttpServletResponse response, Serving resources) {
    Optional<RememberedAnswer> earlier = memory.claim(key, request.hash());
    if (earlier.isPresent()) {
      response.setHeader("Idempotent-Replayed", "true");
      return earlier.get();
    }
    HeldResponse held = new HeldResponse(response);
    try {
      resources.serve(request, held);
    } catch (ServletException | IOException e) {
      throw new Unserved(e);
    }
    RememberedAnswer answer = held.answer();
    if (answer.status() < 200 || answer.status() >= 300) {
      throw new NotRemembered(answer);
    }
    memory.keep(key, answer);
    return answer;
  }

  /** Rolls back what a refused request may have written. */
  private static final class NotRemembered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RememberedAnswer answer;

    NotRemembered(RememberedAnswer answer) {
      super(null, null, false, false);
      this.answer = answer;
    }
  }

  /** Carries a checked exception through the unit of work. */
  private static final class Unserved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unserved(Exception cause) {
      super(cause);
    }

    ServletException rethrow() throws IOException {
      if (getCause() instanceof IOException io) {
        throw io;
      }
      return (ServletException) getCause();
    }
  }
}
