package com.kaizencast.script;

import java.util.List;

/** A value of a YAML file; offsets are UTF-16 units from the start of the file's text. */
sealed interface YamlNode {

  int offset();

  /**
   * A single value.
   *
   * @param plain written without quotes and not as a block, so that {@code true} is a boolean
   */
  record Scalar(String value, boolean plain, int offset) implements YamlNode {
    boolean isNull() {
      return plain && value.matches("|~|null|Null|NULL");
    }
  }

  record Sequence(List<YamlNode> items, int offset) implements YamlNode {}

  record Mapping(List<Entry> entries, int offset) implements YamlNode {}

  /** A value whose mistake has been reported; nothing more is to be said of it. */
  record Broken(int offset) implements YamlNode {}

  /** A key and its value; keys of one mapping differ. */
  record Entry(Scalar key, YamlNode value) {}
}
