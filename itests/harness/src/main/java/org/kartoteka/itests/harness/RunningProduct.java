package org.kartoteka.itests.harness;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One started product for a whole test run; tests take it, or its API, as a parameter. */
public final class RunningProduct implements BeforeAllCallback, ParameterResolver {

  private record Started(Product product) implements ExtensionContext.Store.CloseableResource {
    @Override
    public void close() {
      product.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    product(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Product.class || type == Api.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Product product = product(context);
    return parameter.getParameter().getType() == Api.class ? product.api() : product;
  }

  private static Product product(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.GLOBAL)
        .getOrComputeIfAbsent(RunningProduct.class, key -> start(), Started.class)
        .product();
  }

  private static Started start() {
    Path folder = Path.of("target/product").toAbsolutePath();
    Path home = Distribution.unpackInto(folder);
    Product product =
        new Product(home, folder.resolve("data"))
            .with("KARTOTEKA_JAVA_OPTS", System.getProperty("kartoteka.java.options", ""));
    try {
      return new Started(product.start());
    } catch (RuntimeException | AssertionError e) {
      product.close();
      throw e;
    }
  }
}
