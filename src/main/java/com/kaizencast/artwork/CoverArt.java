package com.kaizencast.artwork;

import com.kaizencast.artwork.Artwork.Format;
import com.kaizencast.artwork.ImageHeader.Colors;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SourcePosition;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Covers as podcast directories want them: square, {@value #MIN_SIZE} to {@value #MAX_SIZE} pixels,
 * JPEG or PNG, RGB (Apple's artwork requirements).
 */
public final class CoverArt {

  public static final int MIN_SIZE = 1400;
  public static final int MAX_SIZE = 3000;

  private static final long MAX_BYTES = 20 << 20;
  private static final float JPEG_QUALITY = 0.9f;

  private CoverArt() {}

  /**
   * A picture that the host gives, as it is.
   *
   * @param position of the setting that names it
   * @throws ScriptException with everything that keeps it from being a cover
   */
  public static Artwork given(Path file, SourcePosition position)
      throws ScriptException, IOException {
    List<String> faults = new ArrayList<>();
    Artwork artwork = read(file, faults);
    if (artwork == null || !faults.isEmpty()) {
      throw new ScriptException(
          faults.stream()
              .map(
                  fault ->
                      ScriptProblem.error(position, "image '" + file.getFileName() + "' " + fault))
              .toList());
    }
    return artwork;
  }

  private static @Nullable Artwork read(Path file, List<String> faults) throws IOException {
    byte[] bytes;
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      if (Files.size(file) > MAX_BYTES) {
        faults.add("is larger than 20 MB; save it as a JPEG of some hundred kilobytes");
        return null;
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      faults.add("is not there; put it into the scripts folder or correct its name");
      return null;
    }
    Optional<ImageHeader> found = ImageHeader.of(bytes);
    if (found.isEmpty()) {
      faults.add("is no JPEG or PNG picture, whatever its name says; save it as one of these");
      return null;
    }
    ImageHeader header = found.get();
    check(file, header, faults);
    // Pixels are decoded only where the header keeps them within bounds.
    if (faults.isEmpty() && !isWhole(bytes, header)) {
      faults.add("is damaged or cut off; save it again");
    }
    return new Artwork(header.format(), header.width(), bytes);
  }

  private static void check(Path file, ImageHeader header, List<String> faults) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean named =
        header.format() == Format.PNG
            ? name.endsWith(".png")
            : name.endsWith(".jpg") || name.endsWith(".jpeg");
    if (!named) {
      faults.add(
          "is a " + header.format() + ": its name must end in ." + header.format().extension());
    }
    String size = header.width() + " × " + header.height() + " pixels";
    if (header.width() != header.height()) {
      faults.add("is not square (" + size + "); cut it to a square");
    }
    if (Math.min(header.width(), header.height()) < MIN_SIZE
        || Math.max(header.width(), header.height()) > MAX_SIZE) {
      faults.add(
          "has " + size + "; directories want " + MIN_SIZE + " to " + MAX_SIZE + " on each side");
    }
    if (header.colors() != Colors.RGB) {
      faults.add("is " + header.colors() + "; save it as RGB without transparency");
    }
  }

  private static boolean isWhole(byte[] bytes, ImageHeader header) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(header.format().name());
    ImageReader reader = readers.next();
    boolean[] whole = {true};
    try (MemoryCacheImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(stream, true, true);
      reader.addIIOReadWarningListener((source, warning) -> whole[0] = false);
      BufferedImage image = reader.read(0);
      return whole[0] && image.getWidth() == header.width();
    } catch (IOException | RuntimeException e) {
      return false;
    } finally {
      reader.dispose();
    }
  }

  /**
   * A cover with the show's title and author, in colours that follow from the title.
   *
   * @param position of the setting to which a cover can be given instead
   * @throws ScriptException if no font here can write the title
   */
  public static Artwork forShow(String title, String author, SourcePosition position)
      throws ScriptException {
    Drawing drawing = new Drawing(title, title, MAX_SIZE);
    Line shown = line(title, position);
    drawing.text(shown.lettering(), shown.text(), 230, 1480, 190, 620, true);
    drawing.bars(1820, 640);
    by(author).ifPresent(l -> drawing.text(l.lettering(), l.text(), 2640, 150, 90, 130, false));
    return png(drawing.image());
  }

  /**
   * A cover for one episode in the look of its show, and the same one {@linkplain #reduced
   * reduced}.
   *
   * @param number null: none is shown
   * @param position of the script
   * @param pixels on each side of the small one
   * @throws ScriptException if no font here can write the title
   */
  public static Sizes forEpisode(
      String showTitle, String title, @Nullable Integer number, SourcePosition position, int pixels)
      throws ScriptException, IOException {
    Drawing drawing = new Drawing(showTitle, title, MIN_SIZE);
    Line shown = line(title, position);
    String head = number == null ? showTitle : number + " · " + showTitle;
    by(head).ifPresent(l -> drawing.text(l.lettering(), l.text(), 230, 150, 90, 130, false));
    drawing.text(shown.lettering(), shown.text(), 500, 1480, 190, 560, true);
    drawing.bars(2180, 520);
    BufferedImage image = drawing.image();
    return new Sizes(png(image), reduced(image, pixels));
  }

  /**
   * A cover made smaller, as a JPEG, to go into an audio file: there it is part of every download.
   *
   * @param pixels on each side; where the cover has no more, it stays as it is
   */
  public static Artwork reduced(Artwork cover, int pixels) throws IOException {
    if (cover.size() <= pixels) {
      return cover;
    }
    return reduced(ImageIO.read(new ByteArrayInputStream(cover.bytes())), pixels);
  }

  /** By halves as long as possible: each pixel then counts. */
  private static Artwork reduced(BufferedImage image, int pixels) throws IOException {
    BufferedImage smaller = image;
    while (smaller.getWidth() > pixels) {
      smaller = scaled(smaller, Math.max(pixels, (smaller.getWidth() + 1) / 2));
    }
    return new Artwork(Format.JPEG, pixels, jpeg(smaller));
  }

  private static BufferedImage scaled(BufferedImage image, int pixels) {
    BufferedImage smaller = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smaller.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, pixels, pixels, null);
    graphics.dispose();
    return smaller;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /**
   * A picture for players and one for the audio file.
   *
   * @param full null: the show's own serves
   */
  public record Sizes(@Nullable Artwork full, Artwork small) {}

  private record Line(Lettering lettering, String text) {}

  private static Line line(String text, SourcePosition position) throws ScriptException {
    Optional<Line> line = by(text);
    if (line.isEmpty()) {
      throw new ScriptException(
          List.of(
              ScriptProblem.error(
                  position,
                  "no font on this machine can write '"
                      + text
                      + "': give a picture of your own, or install a font for this writing")));
    }
    return line.get();
  }

  private static Optional<Line> by(String text) {
    String writable = Lettering.writable(text);
    if (writable.isEmpty()) {
      return Optional.empty();
    }
    return Lettering.of(writable).map(lettering -> new Line(lettering, writable));
  }

  private static Artwork png(BufferedImage image) {
    return new Artwork(Format.PNG, image.getWidth(), PngFile.of(image));
  }
}
