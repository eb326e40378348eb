package com.kaizencast.transcript;

/** Clean text as it stands within the formats. */
final class Markup {

  private Markup() {}

  /** Text or annotation of WebVTT, text of HTML. */
  static String escaped(String clean) {
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** A JSON string (RFC 8259, section 7); there are no control characters to escape. */
  static String quoted(String clean) {
    return '"' + clean.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
