package com.kaizencast.artwork;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Bidi;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.KerningTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** Text as outlines one unit (the em) high, on a base line that starts at the origin. */
interface Lettering {

  /** The outline of a line of text. */
  Shape outline(String line);

  /** How far the line reaches. */
  double width(String line);

  /** Whether it is read from right to left. */
  boolean isRightToLeft();

  /**
   * The lettering for a text: the font that comes with the program, or, for writing that it lacks,
   * a font of the machine; empty if there is none either.
   */
  static Optional<Lettering> of(String text) {
    if (Liberation.FONT.canWrite(text)) {
      return Optional.of(Liberation.FONT);
    }
    return MachineFont.of(text).map(font -> font);
  }

  /** The text with what no font needs to show, such as emoji, left out; composed (NFC). */
  static String writable(String text) {
    StringBuilder letters = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(c -> Liberation.FONT.hasGlyph(c) || isLetter(c))
        .forEach(letters::appendCodePoint);
    return letters.toString().replaceAll("\\s+", " ").strip();
  }

  private static boolean isLetter(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || (type == Character.NON_SPACING_MARK && !isVariationSelector(c))
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
  }

  /**
   * Liberation Sans out of PDFBox, drawn from its outlines alone: looks the same everywhere, and
   * needs no font on the machine.
   */
  final class Liberation implements Lettering {

    private static final Liberation FONT = new Liberation();

    /** Room between letters in ems, for what bold outlines take away. */
    private static final double TRACKING = 0.012;

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final @Nullable KerningSubtable kerning;
    private final double scale;

    private Liberation() {
      try (InputStream file =
          TTFParser.class.getResourceAsStream(
              "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
        font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        glyphs = font.getUnicodeCmapLookup();
        KerningTable table = font.getKerning();
        kerning = table == null ? null : table.getHorizontalKerningSubtable();
        scale = 1.0 / font.getUnitsPerEm();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private boolean hasGlyph(int codePoint) {
      return glyphs.getGlyphId(codePoint) != 0;
    }

    /** Whether every character has a glyph that can simply be set behind the one before. */
    private boolean canWrite(String text) {
      char[] chars = text.toCharArray();
      return !Bidi.requiresBidi(chars, 0, chars.length)
          && text.codePoints()
              .allMatch(c -> hasGlyph(c) && Character.getType(c) != Character.NON_SPACING_MARK);
    }

    @Override
    public Shape outline(String line) {
      Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
      set(line, outline);
      return outline;
    }

    @Override
    public double width(String line) {
      return set(line, null);
    }

    @Override
    public boolean isRightToLeft() {
      return false;
    }

    private synchronized double set(String line, @Nullable Path2D outline) {
      try {
        double x = 0;
        int previous = -1;
        for (int glyph : line.codePoints().map(glyphs::getGlyphId).toArray()) {
          if (previous >= 0 && kerning != null) {
            x += kerning.getKerning(previous, glyph) * scale;
          }
          GlyphData data = outline == null ? null : font.getGlyph().getGlyph(glyph);
          if (outline != null && data != null) {
            AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
            place.scale(scale, -scale);
            outline.append(data.getPath().getPathIterator(place), false);
          }
          x += font.getAdvanceWidth(glyph) * scale + TRACKING;
          previous = glyph;
        }
        return x;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A font of the machine, shaped by Java. */
  final class MachineFont implements Lettering {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** Large enough that hinting and rounding do not show. */
    private static final float SIZE = 1000;

    private final Font font;
    private final boolean rightToLeft;

    private MachineFont(Font font, boolean rightToLeft) {
      this.font = font;
      this.rightToLeft = rightToLeft;
    }

    private static Optional<MachineFont> of(String text) {
      boolean rightToLeft =
          new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
      try {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
            .filter(font -> font.canDisplayUpTo(text) < 0)
            .min(Comparator.comparing(MachineFont::rank).thenComparing(Font::getPSName))
            .map(font -> new MachineFont(font.deriveFont(SIZE), rightToLeft));
      } catch (LinkageError | AWTError | InternalError | RuntimeException e) {
        // A Java without its font libraries, or a machine without font configuration.
        return Optional.empty();
      }
    }

    private static int rank(Font font) {
      String name = font.getPSName();
      return (name.contains("Mono") || name.contains("Serif") ? 2 : 0)
          + (name.contains("Bold") && !name.contains("Oblique") && !name.contains("Italic")
              ? 0
              : 1);
    }

    private TextLayout layout(String line) {
      return new TextLayout(line.isEmpty() ? " " : line, font, CONTEXT);
    }

    @Override
    public Shape outline(String line) {
      return layout(line).getOutline(AffineTransform.getScaleInstance(1 / SIZE, 1 / SIZE));
    }

    @Override
    public double width(String line) {
      Rectangle2D bounds = layout(line).getBounds();
      return Math.max(bounds.getMaxX(), layout(line).getAdvance()) / SIZE;
    }

    @Override
    public boolean isRightToLeft() {
      return rightToLeft;
    }
  }
}
