package com.kaizencast.episode;

/** What a stretch of inline text is, as far as it matters to hearing or showing it. */
public enum SpanStyle {
  TEXT,
  EMPHASIS,
  CODE,
  /** Link text; the value is the target. */
  LINK,
  /** A URL or e-mail address standing for itself; the value is the target. */
  URL,
  /** An image; the text is its alternative text, the value its address. */
  IMAGE,
  /** A footnote's mark; shown, not spoken. */
  FOOTNOTE,
  /** A silence asked for by the host; no text, the value is its length in milliseconds. */
  PAUSE,
  /** Text to be said letter by letter. */
  SPELL,
  /** Text that is shown; the value is what is said in its place. */
  SAY,
  /** Text that is said and not shown. */
  UNSHOWN,
  /** Text that is shown and not said. */
  UNSPOKEN
}
