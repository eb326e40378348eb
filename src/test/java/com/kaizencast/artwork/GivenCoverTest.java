package com.kaizencast.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.SourcePosition;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenCoverTest {

  private static final SourcePosition COVER = new SourcePosition("scripts/show.yaml", 14, 8);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"cover.jpg,jpg", "cover.JPEG,jpg", "cover.png,png", "Cover.PNG,png"})
  void acceptsRgbAndLeavesItAsItIs(String name, String format) throws Exception {
    Path file = write(name, encode(rgb(1400, 1400), format));

    Artwork cover = CoverArt.given(file, COVER);

    assertThat(cover.bytes()).isEqualTo(Files.readAllBytes(file));
    assertThat(cover.format().extension()).isEqualTo(format);
    assertThat(cover.size()).isEqualTo(1400);
  }

  @Test
  void acceptsAPaletteOfColours() throws Exception {
    byte[] shades = {0, 50, 100, (byte) 200};
    BufferedImage image =
        new BufferedImage(
            1400,
            1400,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(2, 4, shades, shades, shades));

    assertThat(CoverArt.given(write("c.png", encode(image, "png")), COVER).size()).isEqualTo(1400);
  }

  @ParameterizedTest
  @CsvSource({
    "1399,1399,has 1399 × 1399 pixels",
    "3001,3001,has 3001 × 3001 pixels",
    "1400,1500,is not square (1400 × 1500 pixels)"
  })
  void rejectsAnotherSize(int width, int height, String message) throws Exception {
    Path file = write("cover.jpg", encode(rgb(width, height), "jpg"));

    assertThat(faults(file)).singleElement().asString().contains(message);
  }

  @Test
  void rejectsTransparency() throws Exception {
    BufferedImage image = new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_ARGB);

    assertThat(faults(write("c.png", encode(image, "png"))))
        .containsExactly(
            "scripts/show.yaml:14:8: image 'c.png' is RGB with transparency; save it as RGB without"
                + " transparency");
  }

  @Test
  void rejectsATransparentPalette() throws Exception {
    byte[] shades = {0, 50, 100, (byte) 200};
    BufferedImage image =
        new BufferedImage(
            1400,
            1400,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(2, 4, shades, shades, shades, 1));

    assertThat(faults(write("c.png", encode(image, "png"))))
        .singleElement()
        .asString()
        .contains("with transparency");
  }

  @ParameterizedTest
  @CsvSource({"jpg", "png"})
  void rejectsGreyscale(String format) throws Exception {
    BufferedImage image = new BufferedImage(1400, 1400, BufferedImage.TYPE_BYTE_GRAY);

    assertThat(faults(write("c." + format, encode(image, format))))
        .singleElement()
        .asString()
        .contains("is greyscale; save it as RGB");
  }

  @Test
  void rejectsCmyk() throws Exception {
    byte[] jpeg = encode(rgb(1400, 1400), "jpg");
    for (int i = 0; i < jpeg.length; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xc0) {
        jpeg[i + 9] = 4;
        break;
      }
    }

    assertThat(faults(write("c.jpg", jpeg))).singleElement().asString().contains("is CMYK");
  }

  @ParameterizedTest
  @CsvSource({"png,cover.jpg,must end in .png", "jpg,cover.png,must end in .jpg"})
  void rejectsANameThatLies(String format, String name, String message) throws Exception {
    Path file = write(name, encode(rgb(1400, 1400), format));

    assertThat(faults(file)).singleElement().asString().contains(message);
  }

  @Test
  void tellsAllFaultsAtOnce() throws Exception {
    BufferedImage image = new BufferedImage(100, 200, BufferedImage.TYPE_BYTE_GRAY);

    assertThat(faults(write("c.gif", encode(image, "png")))).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"png", "jpg"})
  void rejectsAFileThatIsCutOff(String format) throws Exception {
    byte[] whole = encode(rgb(1400, 1400), format);
    Path file = write("c." + format, Arrays.copyOf(whole, whole.length * 2 / 3));

    assertThat(faults(file)).singleElement().asString().contains("is damaged or cut off");
  }

  @Test
  void rejectsWhatIsNoPicture() throws Exception {
    List<byte[]> files =
        List.of(
            new byte[0],
            "<svg/>".getBytes(),
            new byte[] {(byte) 0xff, (byte) 0xd8},
            new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 0, 0, 0},
            encode(rgb(1400, 1400), "gif"));
    for (byte[] bytes : files) {
      assertThat(faults(write("c.png", bytes)))
          .singleElement()
          .asString()
          .contains("is no JPEG or PNG picture");
    }
  }

  @Test
  void rejectsAMissingFile() {
    assertThatThrownBy(() -> CoverArt.given(folder.resolve("none.png"), COVER))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("image 'none.png' is not there");
    assertThatThrownBy(() -> CoverArt.given(folder, COVER))
        .isInstanceOf(ScriptException.class)
        .hasMessageContaining("is not there");
  }

  @Test
  void rejectsAHugePictureWithoutDecodingIt() throws Exception {
    // 60,000 × 60,000 pixels in a few bytes: 10 GB once decoded.
    assertThat(faults(write("c.png", pngHeader(60_000, 60_000))))
        .singleElement()
        .asString()
        .contains("has 60000 × 60000 pixels");
    assertThat(faults(write("c.png", pngHeader(Integer.MAX_VALUE, -5)))).isNotEmpty();
  }

  @Test
  void readsHeadersOfAnyBytesWithoutFailing() throws Exception {
    byte[] png = encode(rgb(20, 20), "png");
    byte[] jpeg = encode(rgb(20, 20), "jpg");
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = (i % 2 == 0 ? png : jpeg).clone();
      for (int j = 0; j < 3; j++) {
        bytes[2 + random.nextInt(bytes.length - 2)] = (byte) random.nextInt();
      }
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      ImageHeader.of(bytes);
    }
  }

  private List<String> faults(Path file) {
    ScriptException problems =
        catchThrowableOfType(ScriptException.class, () -> CoverArt.given(file, COVER));
    return problems.problems().stream().map(Object::toString).toList();
  }

  private Path write(String name, byte[] bytes) throws Exception {
    return Files.write(folder.resolve(name), bytes);
  }

  private static BufferedImage rgb(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, x * y);
      }
    }
    return image;
  }

  private static byte[] encode(BufferedImage image, String format) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static byte[] pngHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(17).put("IHDR".getBytes());
    header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    return ByteBuffer.allocate(45)
        .putLong(0x89504e470d0a1a0aL)
        .putInt(13)
        .put(header.array())
        .putInt((int) crc.getValue())
        .putInt(0)
        .put("IDAT".getBytes())
        .putInt(0)
        .array();
  }
}
