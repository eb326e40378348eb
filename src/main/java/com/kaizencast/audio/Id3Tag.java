package com.kaizencast.audio;

import com.kaizencast.episode.Chapter;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;

/**
 * What an episode's file says of itself, as an ID3v2.3.0 tag with the frames of the chapter
 * addendum. Version 2.3 rather than 2.4 since every player reads it. Control characters are left
 * out; text that Latin-1 cannot hold is written in UTF-16.
 *
 * @param track number of the episode; null: none
 * @param date of publication, written as TYER and TDAT (TDRC belongs to version 2.4)
 * @param language BCP 47 tag, written as its ISO 639-2 code
 * @param comment may have several lines; empty: none
 * @param lyrics the spoken text, may have several lines; empty: none
 * @param link to the episode's page (WOAF); null: none
 * @param chapters in order of their starts
 */
public record Id3Tag(
    String title,
    String artist,
    String album,
    @Nullable Integer track,
    LocalDate date,
    String language,
    String comment,
    String lyrics,
    @Nullable URI link,
    @Nullable Cover cover,
    List<Chapter> chapters) {

  /** What podcasts call their genre. */
  private static final String GENRE = "Podcast";

  private static final byte LATIN_1 = 0;
  private static final byte UTF_16_WITH_MARK = 1;
  private static final byte FRONT_COVER = 3;

  /** Most entries that a table of contents can have. */
  private static final int MOST_ENTRIES = 255;

  private static final int TOP_LEVEL = 2;
  private static final int ORDERED = 1;
  private static final int NO_OFFSET = -1;

  /** The largest size that four bytes of seven bits can say. */
  private static final int LARGEST_SIZE = (1 << 28) - 1;

  public Id3Tag {
    chapters = List.copyOf(chapters);
    for (int i = 1; i < chapters.size(); i++) {
      if (chapters.get(i).start().compareTo(chapters.get(i - 1).start()) < 0) {
        throw new IllegalArgumentException("chapter out of order: " + chapters.get(i));
      }
    }
  }

  /** A picture for the front. */
  public static final class Cover {

    private final String mediaType;
    private final byte[] bytes;

    /**
     * @param mediaType {@code image/jpeg} or {@code image/png}
     * @param bytes shared, not copied
     */
    public Cover(String mediaType, byte[] bytes) {
      this.mediaType = mediaType;
      this.bytes = bytes;
    }
  }

  /**
   * The whole tag.
   *
   * @param length of the audio: where the last chapter ends
   */
  byte[] bytes(Duration length) {
    Frames frames = new Frames();
    frames.text("TIT2", title);
    frames.text("TPE1", artist);
    frames.text("TALB", album);
    if (track != null) {
      frames.text("TRCK", track.toString());
    }
    frames.text("TYER", DateTimeFormatter.ofPattern("uuuu", Locale.ROOT).format(date));
    frames.text("TDAT", DateTimeFormatter.ofPattern("ddMM", Locale.ROOT).format(date));
    frames.text("TLAN", iso639());
    frames.text("TCON", GENRE);
    frames.words("COMM", iso639(), comment);
    frames.words("USLT", iso639(), lyrics);
    if (link != null) {
      frames.add("WOAF", new Body().ascii(link.toASCIIString()));
    }
    addChapters(frames, length);
    if (cover != null) {
      frames.add(
          "APIC",
          new Body()
              .value(LATIN_1)
              .ascii(cover.mediaType)
              .value((byte) 0)
              .value(FRONT_COVER)
              .value((byte) 0)
              .raw(cover.bytes));
    }
    byte[] all = frames.bytes();
    if (all.length > LARGEST_SIZE) {
      throw new IllegalArgumentException("too much for an ID3 tag: " + all.length + " bytes");
    }
    return new Body()
        .ascii("ID3")
        .raw(new byte[] {3, 0, 0})
        .raw(
            new byte[] {
              (byte) (all.length >> 21),
              (byte) (all.length >> 14 & 0x7f),
              (byte) (all.length >> 7 & 0x7f),
              (byte) (all.length & 0x7f)
            })
        .raw(all)
        .bytes();
  }

  private void addChapters(Frames frames, Duration length) {
    if (chapters.isEmpty()) {
      return;
    }
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      ids.add("chp" + (i + 1));
    }
    // More chapters than one table holds are listed in tables of their own below the first.
    List<List<String>> tables = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST_ENTRIES) {
      tables.add(ids.subList(from, Math.min(ids.size(), from + MOST_ENTRIES)));
    }
    if (tables.size() == 1) {
      frames.contents("toc", TOP_LEVEL | ORDERED, tables.get(0));
    } else {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < tables.size(); i++) {
        names.add("toc" + (i + 1));
      }
      frames.contents("toc", TOP_LEVEL | ORDERED, names);
      for (int i = 0; i < tables.size(); i++) {
        frames.contents(names.get(i), ORDERED, tables.get(i));
      }
    }
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      Duration end = i + 1 < chapters.size() ? chapters.get(i + 1).start() : length;
      if (end.compareTo(chapter.start()) < 0) {
        throw new IllegalArgumentException("chapter after the end of the audio: " + chapter);
      }
      Frames inner = new Frames();
      inner.text("TIT2", chapter.title());
      if (chapter.link() != null) {
        inner.add(
            "WXXX",
            new Body().value(LATIN_1).value((byte) 0).ascii(chapter.link().toASCIIString()));
      }
      frames.add(
          "CHAP",
          new Body()
              .ascii(ids.get(i))
              .value((byte) 0)
              .number((int) chapter.start().toMillis())
              .number((int) end.toMillis())
              .number(NO_OFFSET)
              .number(NO_OFFSET)
              .raw(inner.bytes()));
    }
  }

  private String iso639() {
    try {
      String code = Locale.forLanguageTag(language).getISO3Language();
      return code.isEmpty() ? "und" : code;
    } catch (MissingResourceException e) {
      return "und";
    }
  }

  /** Frames one after the other. */
  private static final class Frames {

    private final Body body = new Body();

    void add(String id, Body content) {
      body.ascii(id).number(content.bytes().length).raw(new byte[2]).raw(content.bytes());
    }

    /** A line of text; nothing if it is empty. */
    void text(String id, String text) {
      String line = clean(text.replace('\n', ' '));
      if (!line.isEmpty()) {
        add(id, new Body().value(encodingOf(line)).text(line));
      }
    }

    /** Text in a language with an empty description; nothing if it is empty. */
    void words(String id, String language, String text) {
      String lines = clean(text);
      if (!lines.isEmpty()) {
        byte encoding = encodingOf(lines);
        Body content = new Body().value(encoding).ascii(language);
        content.raw(
            encoding == LATIN_1 ? new byte[1] : new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0});
        add(id, content.text(lines));
      }
    }

    void contents(String name, int flags, List<String> entries) {
      Body content =
          new Body().ascii(name).value((byte) 0).value((byte) flags).value((byte) entries.size());
      for (String entry : entries) {
        content.ascii(entry).value((byte) 0);
      }
      add("CTOC", content);
    }

    byte[] bytes() {
      return body.bytes();
    }

    private static String clean(String text) {
      StringBuilder clean = new StringBuilder();
      text.codePoints()
          .filter(c -> c == '\n' || !Character.isISOControl(c))
          .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
          .forEach(clean::appendCodePoint);
      return clean.toString();
    }
  }

  private static byte encodingOf(String text) {
    return text.chars().allMatch(c -> c <= 0xff) ? LATIN_1 : UTF_16_WITH_MARK;
  }

  /** Bytes in the making. */
  private static final class Body {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Body value(byte value) {
      out.write(value);
      return this;
    }

    /** Four bytes, the highest first. */
    Body number(int number) {
      return raw(
          new byte[] {
            (byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number
          });
    }

    Body raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Body ascii(String text) {
      return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** In the encoding of {@link #encodingOf}. */
    Body text(String text) {
      return encodingOf(text) == LATIN_1
          ? raw(text.getBytes(StandardCharsets.ISO_8859_1))
          : raw(new byte[] {(byte) 0xff, (byte) 0xfe})
              .raw(text.getBytes(StandardCharsets.UTF_16LE));
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
