package com.kaizencast.script;

import com.kaizencast.episode.SourcePosition;
import com.kaizencast.script.YamlNode.Broken;
import com.kaizencast.script.YamlNode.Entry;
import com.kaizencast.script.YamlNode.Mapping;
import com.kaizencast.script.YamlNode.Scalar;
import com.kaizencast.script.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a mapping. A wrong value is reported and then read as if it were absent; {@link
 * #finish} reports the keys that nobody asked for.
 */
final class Fields {

  /** No value is longer, and no pattern need be tried on more. */
  private static final int LONGEST = 5000;

  private final SourceText source;
  private final Mapping mapping;
  private final Problems problems;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(SourceText source, Mapping mapping, Problems problems) {
    this.source = source;
    this.mapping = mapping;
    this.problems = problems;
    for (Entry entry : mapping.entries()) {
      values.put(entry.key().value(), entry.value());
    }
  }

  /** The value in its form, or null if it is absent or wrong. */
  <T> @Nullable T optional(String key, Form<T> form) {
    asked.add(key);
    YamlNode value = values.get(key);
    if (value == null || value instanceof Broken) {
      return null;
    }
    if (!(value instanceof Scalar scalar)) {
      String kind = value instanceof Mapping ? "a mapping" : "a list";
      error(value, "'" + key + "' takes a single value, not " + kind);
      return null;
    }
    if (scalar.isNull() || scalar.value().isBlank()) {
      error(value, "'" + key + "' is empty; give it a value or delete the line");
      return null;
    }
    if (scalar.value().length() > LONGEST) {
      error(value, "'" + key + "' has " + scalar.value().length() + " characters; shorten it");
      return null;
    }
    try {
      return form.read(scalar);
    } catch (Form.Wrong e) {
      error(value, "'" + key + "' " + e.getMessage());
      return null;
    }
  }

  <T> T optional(String key, Form<T> form, T otherwise) {
    T value = optional(key, form);
    return value == null ? otherwise : value;
  }

  /**
   * A value that has to be there.
   *
   * @param example shown if it is missing
   * @param standIn returned after a mistake, so that reading goes on to the next one
   */
  <T> T required(String key, Form<T> form, String example, T standIn) {
    requireKey(key, example);
    return optional(key, form, standIn);
  }

  private void requireKey(String key, String example) {
    if (!values.containsKey(key)) {
      error(mapping, "'" + key + "' is missing; add '" + key + ": " + example + "'");
    }
  }

  /** The keys of a mapping within this one, or null if it is absent or wrong. */
  @Nullable Fields mapping(String key) {
    asked.add(key);
    YamlNode value = values.get(key);
    return value == null ? null : fields(key, value);
  }

  /** As {@link #mapping}, but the key has to be there. */
  @Nullable Fields requiredMapping(String key, String example) {
    requireKey(key, example);
    return mapping(key);
  }

  /** The mappings of a list, or null if the key is absent. */
  @Nullable List<Fields> mappings(String key) {
    asked.add(key);
    YamlNode value = values.get(key);
    if (value == null || value instanceof Broken) {
      return null;
    }
    if (!(value instanceof Sequence sequence)) {
      error(value, "'" + key + "' takes a list; start each item on a line of its own with '- '");
      return null;
    }
    List<Fields> fields = new ArrayList<>();
    for (YamlNode item : sequence.items()) {
      Fields of = fields(key, item);
      if (of != null) {
        fields.add(of);
      }
    }
    return fields;
  }

  private @Nullable Fields fields(String key, YamlNode value) {
    if (value instanceof Mapping within) {
      return new Fields(source, within, problems);
    }
    if (!(value instanceof Broken)) {
      error(value, "'" + key + "' takes keys of its own, 'key: value', indented below it");
    }
    return null;
  }

  /** The keys that are there, right or wrong. */
  Set<String> given() {
    return Set.copyOf(values.keySet());
  }

  /** The value as it stands in the file, for a reader of its own. */
  @Nullable YamlNode raw(String key) {
    asked.add(key);
    return values.get(key);
  }

  /** Where a key's value stands, or the mapping where the key is absent. */
  SourcePosition position(String key) {
    YamlNode value = values.get(key);
    return source.position((value == null ? mapping : value).offset());
  }

  /** A mistake at a key's value, or at the mapping where the key is absent. */
  void error(String key, String message) {
    YamlNode value = values.get(key);
    error(value == null ? mapping : value, message);
  }

  private void error(YamlNode node, String message) {
    problems.error(source.position(node.offset()), message);
  }

  /** Reports every key that was not asked for so far. */
  void finish() {
    for (Entry entry : mapping.entries()) {
      String key = entry.key().value();
      if (!asked.contains(key)) {
        String suggestion = Suggestion.phrase(key, asked);
        error(
            entry.key(),
            "no key "
                + Forms.quoted(key)
                + " is known here"
                + (suggestion.isEmpty() ? "; there are " + String.join(", ", asked) : suggestion));
      }
    }
  }
}
