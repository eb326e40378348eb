package com.kaizencast.speech.clustergen;

import org.jspecify.annotations.Nullable;

/** A decision tree: questions on features down to a number. */
final class Tree {

  /** Stands in the place of a feature in a leaf. */
  static final int LEAF = -1;

  private final Feature[] features;
  private final int[] feature;
  private final int[] no;
  private final float[] number;
  private final @Nullable String[] text;

  private Tree(
      Feature[] features, int[] feature, int[] no, float[] number, @Nullable String[] text) {
    this.features = features;
    this.feature = feature;
    this.no = no;
    this.number = number;
    this.text = text;
  }

  /**
   * Checked already: branches lead forward to nodes that exist, the last node is a leaf.
   *
   * @param feature index into {@code features} for each node
   * @param no where each node goes if the answer is no; if it is yes, to the next node
   * @param number value of a leaf, or what the feature must be less than
   * @param text what the feature must be equal to; null: less than {@code number}
   */
  static Tree of(
      Feature[] features, int[] feature, int[] no, float[] number, @Nullable String[] text) {
    return new Tree(features, feature, no, number, text);
  }

  float value(Utterance utterance, int item) {
    int node = 0;
    while (feature[node] != LEAF) {
      Feature asked = features[feature[node]];
      String expected = text[node];
      boolean yes =
          expected != null
              ? asked.text(utterance, item).equals(expected)
              : asked.number(utterance, item) < number[node];
      node = yes ? node + 1 : no[node];
    }
    return number[node];
  }

  /** Refuses leaves that are not an index below {@code count}. */
  void requireIndexes(VoiceBytes in, String what, int count) throws VoiceFileException {
    for (int i = 0; i < feature.length; i++) {
      if (feature[i] == LEAF && !(number[i] >= 0 && number[i] < count)) {
        throw in.wrong(what + " has a leaf " + number[i] + ", expected 0 to " + (count - 1));
      }
    }
  }
}
