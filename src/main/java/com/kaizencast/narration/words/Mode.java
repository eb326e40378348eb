package com.kaizencast.narration.words;

/** How a stretch of a sentence is to be read. */
public enum Mode {
  /** As text. */
  TEXT,
  /** As inline code: symbols that a text leaves out are said. */
  CODE,
  /** Letter by letter. */
  SPELL,
  /** As an address: the name of the site or the mailbox. */
  ADDRESS
}
