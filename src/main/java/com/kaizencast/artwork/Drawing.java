package com.kaizencast.artwork;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;

/** The look of a show: colours that follow from its title, large letters, and a wave of bars. */
final class Drawing {

  /** Width and height that all measures here are in; what Apple recommends for a cover. */
  static final int SIZE = 3000;

  private static final int MARGIN = 210;
  private static final int INNER = SIZE - 2 * MARGIN;
  private static final int BARS = 17;

  /** How much of an em the outlines of bold letters are thickened by. */
  private static final float BOLD = 0.055f;

  /** Background, bars, highest bar, letters; letters stand at 7:1 or more (WCAG 2, 1.4.6). */
  private record Palette(Color ground, Color bars, Color accent, Color ink) {
    Palette(int ground, int bars, int accent, int ink) {
      this(new Color(ground), new Color(bars), new Color(accent), new Color(ink));
    }
  }

  private static final List<Palette> PALETTES =
      List.of(
          new Palette(0x12324a, 0x2a6f97, 0xf4a259, 0xfdf6e9),
          new Palette(0x1f3d2b, 0x3f7d58, 0xf2c14e, 0xfbf7ec),
          new Palette(0x3a1f3d, 0x7d4f86, 0xff8a5b, 0xfdf1e8),
          new Palette(0x5b1a24, 0xa23b4a, 0xf6bd60, 0xfff4e6),
          new Palette(0x22223b, 0x5a5f8f, 0x7fd1ae, 0xf5f3ef),
          new Palette(0x0b3c49, 0x1f7a8c, 0xffd166, 0xf4fbfa),
          new Palette(0x3d2a1d, 0x8a5a36, 0x8fd3c8, 0xfdf5ea),
          new Palette(0xf3e9d8, 0xd9a441, 0xb3392f, 0x1d2a35));

  private final Palette palette;
  private final byte[] wave;
  private final BufferedImage image;
  private final Graphics2D graphics;

  /**
   * @param show what the colours follow from
   * @param picture what the bars follow from
   * @param pixels width and height of the finished picture
   */
  Drawing(String show, String picture, int pixels) {
    image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    palette = PALETTES.get((hash(show)[0] & 0xff) % PALETTES.size());
    wave = hash(picture);
    graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.scale((double) pixels / SIZE, (double) pixels / SIZE);
    graphics.setColor(palette.ground());
    graphics.fillRect(0, 0, SIZE, SIZE);
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Bars around a middle line, the highest of them in the accent's colour. */
  Drawing bars(double top, double height) {
    double step = (double) INNER / BARS;
    double width = step * 0.58;
    int accent = 2 + (wave[0] & 0xff) % (BARS - 4);
    for (int i = 0; i < BARS; i++) {
      double rise = 1 - Math.abs(i - accent) / (double) BARS;
      double share =
          0.16 + 0.84 * rise * rise * rise * (0.45 + 0.55 * (wave[i + 1] & 0xff) / 255.0);
      double bar = i == accent ? height : Math.max(width, share * height);
      double x = MARGIN + i * step + (step - width) / 2;
      graphics.setColor(i == accent ? palette.accent() : palette.bars());
      graphics.fill(
          new RoundRectangle2D.Double(x, top + (height - bar) / 2, width, bar, width, width));
    }
    return this;
  }

  /**
   * Text in a box as wide as the picture's inside.
   *
   * @param smallest size of letters below which words are left out
   * @param largest size of letters
   */
  Drawing text(
      Lettering lettering,
      String text,
      double top,
      double height,
      double smallest,
      double largest,
      boolean bold) {
    TextBlock block = TextBlock.fitting(lettering, text, INNER, height, smallest);
    double size = Math.min(block.size(), largest);
    graphics.setColor(palette.ink());
    double baseLine = top + size * 0.78;
    for (String line : block.lines()) {
      double x = lettering.isRightToLeft() ? SIZE - MARGIN - lettering.width(line) * size : MARGIN;
      AffineTransform place = AffineTransform.getTranslateInstance(x, baseLine);
      place.scale(size, size);
      Shape outline = place.createTransformedShape(lettering.outline(line));
      graphics.fill(outline);
      if (bold) {
        graphics.setStroke(
            new BasicStroke(
                (float) size * BOLD, BasicStroke.CAP_ROUND, BasicStroke.JOIN_MITER, 2f));
        graphics.draw(outline);
      }
      baseLine += size * TextBlock.LEADING;
    }
    return this;
  }

  BufferedImage image() {
    graphics.dispose();
    return image;
  }
}
