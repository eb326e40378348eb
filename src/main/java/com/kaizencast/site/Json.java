package com.kaizencast.site;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON (RFC 8259) that can stand within a script element: no tag begins or ends in it. */
final class Json {

  private Json() {}

  /**
   * @param value a map with text keys, a list, a text, a number or a truth value; entries of a map
   *     without a value are left out
   */
  static String of(Object value) {
    StringBuilder json = new StringBuilder();
    add(json, value);
    return json.toString();
  }

  private static void add(StringBuilder json, Object value) {
    if (value instanceof Map<?, ?> map) {
      String separator = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        @Nullable Object of = entry.getValue();
        if (of != null) {
          json.append(separator);
          addText(json, entry.getKey().toString());
          json.append(':');
          add(json, of);
          separator = ",";
        }
      }
      json.append(separator.equals("{") ? "{}" : "}");
    } else if (value instanceof List<?> list) {
      String separator = "";
      json.append('[');
      for (Object of : list) {
        json.append(separator);
        add(json, of);
        separator = ",";
      }
      json.append(']');
    } else if (value instanceof Number || value instanceof Boolean) {
      json.append(value);
    } else {
      addText(json, value.toString());
    }
  }

  private static void addText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '>' || c == '&' || Character.isSurrogate(c)) {
        String hex = Integer.toHexString(c);
        json.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }
}
