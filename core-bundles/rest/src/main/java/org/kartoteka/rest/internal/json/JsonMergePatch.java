package org.kartoteka.rest.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.http.MergePatch;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.rest.internal.problem.JsonErrors;

/** A JSON merge patch (RFC 7396) on the JSON of a view. */
public final class JsonMergePatch implements MergePatch {

  private final ObjectMapper mapper;
  private final ObjectNode patch;

  JsonMergePatch(ObjectMapper mapper, ObjectNode patch) {
    this.mapper = mapper;
    this.patch = patch;
  }

  @Override
  public <T> T applyTo(Object view, Class<T> type) {
    ObjectNode before = mapper.valueToTree(view);
    Set<String> known = members(type);
    ObjectNode after = merged(before, patch);
    for (Iterator<String> names = before.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        after.remove(name);
      }
    }
    return read(after, type);
  }

  /** Takes a member out of the patch; empty when it is absent or null. */
  public <T> Optional<T> take(String member, Class<T> type) {
    JsonNode value = patch.remove(member);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(mapper.treeToValue(value, type));
    } catch (JsonProcessingException e) {
      throw new InvalidInput(JsonErrors.ofType(member, type));
    }
  }

  /** Whether nothing is left to change. */
  public boolean isEmpty() {
    return patch.isEmpty();
  }

  private <T> T read(JsonNode json, Class<T> type) {
    try {
      return mapper.treeToValue(json, type);
    } catch (JsonProcessingException e) {
      throw JsonErrors.explain(e);
    }
  }

  private Set<String> members(Class<?> type) {
    JavaType javaType = mapper.constructType(type);
    return mapper.getDeserializationConfig().introspect(javaType).findProperties().stream()
        .map(BeanPropertyDefinition::getName)
        .collect(Collectors.toSet());
  }

  private static ObjectNode merged(ObjectNode target, ObjectNode patch) {
    ObjectNode result = target.deepCopy();
    for (Map.Entry<String, JsonNode> member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        result.remove(member.getKey());
      } else if (value instanceof ObjectNode inner) {
        JsonNode present = result.get(member.getKey());
        ObjectNode base = present instanceof ObjectNode object ? object : result.objectNode();
        result.set(member.getKey(), merged(base, inner));
      } else {
        result.set(member.getKey(), value);
      }
    }
    return result;
  }
}
