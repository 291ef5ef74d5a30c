package org.kartoteka.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Decimal numbers of a size that can be reckoned with: a few characters such as {@code 1e999999999}
 * stand for a number that no memory holds once somebody writes it out or rounds it.
 */
final class NumberModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** More zeros at its end, or digits behind its point, than anything has that is counted. */
  private static final int LARGEST_SCALE = 100;

  NumberModule() {
    super("numbers");
    addDeserializer(BigDecimal.class, new NumberReader());
  }

  private static final class NumberReader extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    NumberReader() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      BigDecimal number =
          NumberDeserializers.BigDecimalDeserializer.instance.deserialize(in, context);
      if (number != null && Math.abs((long) number.scale()) > LARGEST_SCALE) {
        InvalidInput refusal = new InvalidInput(FieldError.of("", "numberSize"));
        throw JsonMappingException.from(in, refusal.getMessage(), refusal);
      }
      return number;
    }

    @Override
    public LogicalType logicalType() {
      return LogicalType.Float;
    }
  }
}
