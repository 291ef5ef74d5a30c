package org.kartoteka.ui.api.component;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** What a problem says to a person. */
public final class ProblemText {

  private ProblemText() {}

  /** The text of any exception; one that is no problem of the field is not explained. */
  public static String of(Throwable failure) {
    return failure instanceof Problem problem ? of(problem) : text("ui.problem.unexpected");
  }

  /** The text of the problem, for invalid input the texts of its fields. */
  public static String of(Problem problem) {
    if (problem instanceof InvalidInput invalid && !invalid.errors().isEmpty()) {
      return invalid.errors().stream().map(ProblemText::of).collect(Collectors.joining("\n"));
    }
    return text(problem.key(), problem.arguments(ProblemText::known));
  }

  /** What is wrong with a field. */
  public static String of(FieldError error) {
    return text(error.key(), error.arguments().toArray());
  }

  /** What is wrong with fields that are not on the screen, each with its name. */
  static String withNames(List<FieldError> errors) {
    return errors.stream()
        .map(error -> error.field().isEmpty() ? of(error) : error.field() + ": " + of(error))
        .collect(Collectors.joining("\n"));
  }

  private static Optional<String> known(String key) {
    return Optional.of(text(key)).filter(text -> !text.startsWith("!") && !text.equals(key));
  }

  private static String text(String key, Object... arguments) {
    return Workspace.find().map(workspace -> workspace.text(key, arguments)).orElse(key);
  }
}
