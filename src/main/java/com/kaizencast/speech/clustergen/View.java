package com.kaizencast.speech.clustergen;

/** Where a feature's path stands: an item, seen in one of the relations that it belongs to. */
enum View {
  /** Any frame of the sentence. */
  FRAME(Unit.FRAME),
  FRAME_OF_STATE(Unit.FRAME),
  /** Any state of the sentence. */
  STATE(Unit.STATE),
  STATE_OF_SEGMENT(Unit.STATE),
  SEGMENT(Unit.SEGMENT),
  SEGMENT_OF_SYLLABLE(Unit.SEGMENT),
  SYLLABLE(Unit.SYLLABLE),
  SYLLABLE_OF_WORD(Unit.SYLLABLE),
  WORD(Unit.WORD),
  WORD_OF_PHRASE(Unit.WORD),
  PHRASE(Unit.PHRASE),
  /** A relation that the item is not in. */
  NOWHERE(Unit.NONE);

  /** What an item is. */
  enum Unit {
    FRAME,
    STATE,
    SEGMENT,
    SYLLABLE,
    WORD,
    PHRASE,
    NONE
  }

  private final Unit unit;

  View(Unit unit) {
    this.unit = unit;
  }

  Unit unit() {
    return unit;
  }
}
