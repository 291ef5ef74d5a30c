package org.kartoteka.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import org.kartoteka.core.api.party.PartyQuery;

/** A query of parties is an object with the names of the parameters of {@code GET /parties}. */
final class QueryModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  QueryModule() {
    super("queries");
    addSerializer(new QueryWriter());
    addDeserializer(PartyQuery.class, new QueryReader());
  }

  private static final class QueryWriter extends StdSerializer<PartyQuery> {

    private static final long serialVersionUID = 1L;

    QueryWriter() {
      super(PartyQuery.class);
    }

    @Override
    public void serialize(PartyQuery query, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(query.fields(), out);
    }
  }

  private static final class QueryReader extends StdDeserializer<PartyQuery> {

    private static final long serialVersionUID = 1L;

    QueryReader() {
      super(PartyQuery.class);
    }

    @Override
    public PartyQuery deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      JavaType fields =
          context.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
      Map<String, Object> read = context.readValue(in, fields);
      return PartyQuery.of(read);
    }
  }
}
