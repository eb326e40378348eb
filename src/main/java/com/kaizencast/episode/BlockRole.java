package com.kaizencast.episode;

/** What a block of text is in its script. */
public enum BlockRole {
  TITLE,
  HEADING,
  PARAGRAPH,
  LIST_ITEM,
  QUOTE,
  CODE,
  TABLE,
  FOOTNOTE
}
