package org.kartoteka.rest.internal.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A method of a resource that answers requests.
 *
 * @param verb such as {@code GET}
 * @param path the address with variables in braces and a leading slash
 */
public record ResourceMethod(Class<?> resource, Method method, String verb, String path) {

  private static final Set<Class<? extends Annotation>> NO_BODY =
      Set.of(
          PathParam.class,
          QueryParam.class,
          HeaderParam.class,
          CookieParam.class,
          MatrixParam.class,
          FormParam.class,
          BeanParam.class,
          Context.class,
          Suspended.class);

  private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*(\\w+)\\s*(:[^{}]*)?}");

  /** The methods of a resource in a stable order. */
  static List<ResourceMethod> of(Class<?> resource) {
    Path root = resource.getAnnotation(Path.class);
    if (root == null) {
      return List.of();
    }
    return Arrays.stream(resource.getMethods())
        .flatMap(method -> verb(method).map(verb -> of(resource, root, method, verb)))
        .sorted(Comparator.comparing(ResourceMethod::path).thenComparing(ResourceMethod::verb))
        .toList();
  }

  private static ResourceMethod of(Class<?> resource, Path root, Method method, String verb) {
    Path below = method.getAnnotation(Path.class);
    String path = "/" + root.value() + "/" + (below == null ? "" : below.value());
    String clean = EXPRESSION.matcher(path).replaceAll("{$1}").replaceAll("/+", "/");
    return new ResourceMethod(
        resource,
        method,
        verb,
        clean.length() > 1 && clean.endsWith("/") ? clean.substring(0, clean.length() - 1) : clean);
  }

  private static Stream<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(http -> http != null)
        .map(HttpMethod::value);
  }

  /** The parameter that takes the body of a request; empty when the method takes none. */
  public static Optional<Parameter> body(Method method) {
    if (verb(method).findAny().isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(method.getParameters())
        .filter(
            parameter ->
                Arrays.stream(parameter.getAnnotations())
                    .noneMatch(annotation -> NO_BODY.contains(annotation.annotationType())))
        .findFirst();
  }
}
