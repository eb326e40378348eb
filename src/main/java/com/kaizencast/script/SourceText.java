package com.kaizencast.script;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The text of a file of the host, and where each character of it stands.
 *
 * <p>A byte order mark is left out. A control character is kept as {@link #DROPPED}, so that the
 * columns after it stay right; {@link #clean} takes it out of what leaves this package. Lines end
 * in LF, CR or CR LF.
 */
final class SourceText {

  /**
   * Stands for a control character: no character by Unicode's own rules, and a plain one to YAML.
   */
  static final char DROPPED = '\uFDD0';

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final String text;
  private final int[] lineStarts;

  private SourceText(String file, String text) {
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /**
   * Reads UTF-8, strictly.
   *
   * @param file as shown to the host
   * @param controls told of control characters, at the first one
   * @throws ScriptException if the bytes are no UTF-8 text
   */
  static SourceText decode(String file, byte[] bytes, BiConsumer<SourcePosition, String> controls)
      throws ScriptException {
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw fatal(new SourcePosition(file, 1, 1), "the file is UTF-16 or UTF-32; save it as UTF-8");
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    String decoded = withoutMark(out.toString());
    int nul = decoded.indexOf('\0');
    if (nul >= 0) {
      throw fatal(
          new SourceText(file, decoded).position(nul),
          "a NUL byte: this is no text file; save it as plain UTF-8 text or move it elsewhere");
    }
    if (result.isError()) {
      throw fatal(
          new SourceText(file, decoded).position(decoded.length()),
          String.format(
              Locale.ROOT,
              "the byte 0x%02X is not UTF-8; save the file as UTF-8",
              bytes[in.position()] & 0xFF));
    }
    return withoutControls(file, decoded, controls);
  }

  private static SourceText withoutControls(
      String file, String decoded, BiConsumer<SourcePosition, String> controls) {
    char[] chars = decoded.toCharArray();
    int first = -1;
    int count = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (isBlankControl(c)) {
        chars[i] = ' ';
      } else if (isDropped(c)) {
        chars[i] = DROPPED;
        first = first < 0 ? i : first;
        count++;
      }
    }
    SourceText source = new SourceText(file, new String(chars));
    if (count > 0) {
      controls.accept(
          source.position(first),
          String.format(
              Locale.ROOT,
              "the control character U+%04X is left out; delete it%s",
              (int) decoded.charAt(first),
              count == 1 ? "" : " (" + count + " of this kind in the file)"));
    }
    return source;
  }

  private static ScriptException fatal(SourcePosition position, String message) {
    return new ScriptException(List.of(ScriptProblem.error(position, message)));
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String withoutMark(String decoded) {
    return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK
        ? decoded.substring(1)
        : decoded;
  }

  private static int[] lineStarts(String text) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        starts.add(i + 1);
      }
    }
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  SourcePosition position(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new SourcePosition(file, line + 1, offset - lineStarts[line] + 1);
  }

  boolean startsLine(int offset) {
    return Arrays.binarySearch(lineStarts, offset) >= 0;
  }

  int lineCount() {
    return lineStarts.length;
  }

  /**
   * Offset of the first character of a line, or of the end of the text behind the last.
   *
   * @param line 0-based
   */
  int lineStart(int line) {
    return line < lineStarts.length ? lineStarts[line] : text.length();
  }

  /**
   * A line without its end.
   *
   * @param line 0-based
   */
  String line(int line) {
    int end = lineStart(line + 1);
    while (end > lineStarts[line] && isLineEnd(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(lineStarts[line], end);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Whether a character is never shown or said: controls, and those no XML may hold. */
  static boolean isDropped(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r')
        || (c >= 0x7F && c <= 0x9F)
        || c == BYTE_ORDER_MARK
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || c >= 0xFFFE;
  }

  /** Controls that stand for white space: vertical tab, form feed, next line, U+2028, U+2029. */
  private static boolean isBlankControl(char c) {
    return c == 0x0B || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The text without characters that are never shown or said, and without lone surrogates. */
  static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c > 0xFFFF || !(isDropped((char) c) || Character.isSurrogate((char) c)))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /**
   * {@link #clean} text on one line: every stretch of white space is one blank, none at the ends.
   */
  static String oneLine(String text) {
    return clean(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }
}
