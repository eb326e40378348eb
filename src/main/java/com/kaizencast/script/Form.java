package com.kaizencast.script;

import com.kaizencast.script.YamlNode.Scalar;

/** What the one value of a key has to look like. */
@FunctionalInterface
interface Form<T> {

  T read(Scalar scalar) throws Wrong;

  /** Says what the value is instead and what to write; follows the key in a sentence. */
  final class Wrong extends Exception {
    Wrong(String message) {
      super(message);
    }
  }
}
