package com.kaizencast.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.OutsideJudge;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.SourcePosition;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverArtTest {

  private static final SourcePosition SHOW = new SourcePosition("scripts/show.yaml", 1, 1);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Continuous Improvement",
        "A",
        "Überraschung! Łódź & Ősz: čaj",
        "Радио Москва",
        "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
        "A title that goes on and on and on, far beyond what anybody would read on a small"
            + " picture, until at last, after many more words than it needs, it comes to an end",
        "Smile 😀 and ❤️ again",
        "<script>alert(\"1\")</script>"
      })
  void drawsACoverThatItWouldAcceptItself(String title) throws Exception {
    Artwork cover = CoverArt.forShow(title, "Ada Example", SHOW);
    Path file = Files.write(folder.resolve("cover.png"), cover.bytes());

    Artwork given = CoverArt.given(file, SHOW);

    assertThat(given.format()).isEqualTo(Artwork.Format.PNG);
    assertThat(given.size()).isEqualTo(3000);
    assertThat(given.bytes()).isEqualTo(cover.bytes());
    assertThat(cover.bytes().length).isLessThan(500_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Continuous Improvement", "Ünïcödé", "A", "MMMMMMMMMMMMMM MMMM"})
  void keepsTheTitleWithinTheMargins(String title) throws Exception {
    BufferedImage image = decode(CoverArt.forShow(title, "Ada Example", SHOW));

    int ground = image.getRGB(0, 0);
    for (int i = 0; i < 3000; i++) {
      for (int j = 0; j < 120; j++) {
        assertThat(List.of(image.getRGB(j, i), image.getRGB(2999 - j, i), image.getRGB(i, j)))
            .containsOnly(ground);
      }
    }
  }

  @Test
  void setsLettersInStrongContrast() throws Exception {
    Set<Integer> grounds = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      BufferedImage image =
          new Drawing("Show " + i, "Show", 300)
              .text(Lettering.of("MMM").orElseThrow(), "MMM", 230, 1480, 190, 620, true)
              .image();
      if (!grounds.add(image.getRGB(0, 0))) {
        continue;
      }
      double highest = 0;
      for (int x = 0; x < 300; x++) {
        highest = Math.max(highest, contrast(image.getRGB(0, 0), image.getRGB(x, 50)));
      }
      assertThat(highest).as("palette of Show %s", i).isGreaterThan(7);
    }
    assertThat(grounds).hasSize(8);
  }

  /** WCAG 2, contrast ratio. */
  private static double contrast(int a, int b) {
    double[] light = {luminance(a), luminance(b)};
    return (Math.max(light[0], light[1]) + 0.05) / (Math.min(light[0], light[1]) + 0.05);
  }

  private static double luminance(int rgb) {
    double[] parts = {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff};
    for (int i = 0; i < 3; i++) {
      double c = parts[i] / 255;
      parts[i] = c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  }

  @Test
  void drawsEachTitleInItsOwnWay() throws Exception {
    assertThat(CoverArt.forShow("One", "Ada", SHOW).bytes())
        .isEqualTo(CoverArt.forShow("One", "Ada", SHOW).bytes())
        .isNotEqualTo(CoverArt.forShow("One", "Bob", SHOW).bytes())
        .isNotEqualTo(CoverArt.forShow("Two", "Ada", SHOW).bytes());
  }

  @Test
  void drawsEpisodesInTheColoursOfTheirShow() throws Exception {
    CoverArt.Sizes sizes = CoverArt.forEpisode("Tales", "The first one", 1, SHOW, 600);
    Artwork episode = sizes.full();
    BufferedImage show = decode(CoverArt.forShow("Tales", "Ada", SHOW));

    BufferedImage image = decode(episode);
    assertThat(episode.size()).isEqualTo(1400);
    assertThat(image.getRGB(0, 0)).isEqualTo(show.getRGB(0, 0));
    assertThat(episode.bytes())
        .isNotEqualTo(CoverArt.forEpisode("Tales", "The first one", 2, SHOW, 600).full().bytes())
        .isNotEqualTo(
            CoverArt.forEpisode("Tales", "The first one", null, SHOW, 600).full().bytes());
    assertThat(sizes.small().bytes()).isEqualTo(CoverArt.reduced(episode, 600).bytes());
    Path file = Files.write(folder.resolve("episode.png"), episode.bytes());
    assertThat(CoverArt.given(file, SHOW).size()).isEqualTo(1400);
  }

  @Test
  void ffprobeSeesAnRgbPicture() throws Exception {
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();
    Artwork cover = CoverArt.forShow("Tales & Tools", "Ada", SHOW);
    Path file = Files.write(folder.resolve("cover.png"), cover.bytes());

    String said =
        ffprobe.askOk(
            "-v",
            "error",
            "-show_entries",
            "stream=codec_name,width,height,pix_fmt",
            "-of",
            "csv=p=0",
            file.toString());

    assertThat(said.strip()).isEqualTo("png,3000,3000,rgb24");
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 1000, 2999})
  void reducesACoverForAudioFiles(int pixels) throws Exception {
    Artwork cover = CoverArt.forShow("Tales & Tools", "Ada", SHOW);
    BufferedImage large = decode(cover);

    Artwork reduced = CoverArt.reduced(cover, pixels);

    BufferedImage small = decode(reduced);
    assertThat(reduced.format()).isEqualTo(Artwork.Format.JPEG);
    assertThat(reduced.size()).isEqualTo(pixels).isEqualTo(small.getWidth());
    assertThat(small.getHeight()).isEqualTo(pixels);
    if (pixels == 600) {
      assertThat(reduced.bytes().length).isLessThan(60_000);
    }
    long difference = 0;
    for (int y = 0; y < pixels; y += 7) {
      for (int x = 0; x < pixels; x += 7) {
        int there = large.getRGB(x * 3000 / pixels, y * 3000 / pixels);
        difference += Math.abs((small.getRGB(x, y) >> 8 & 0xff) - (there >> 8 & 0xff));
      }
    }
    assertThat(difference / Math.pow(pixels / 7.0, 2)).as("mean difference").isLessThan(4);
    assertThat(CoverArt.reduced(cover, pixels).bytes()).isEqualTo(reduced.bytes());
  }

  @Test
  void leavesASmallCoverAsItIs() throws Exception {
    Artwork cover = CoverArt.forEpisode("Tales", "One", 1, SHOW, 600).full();

    assertThat(CoverArt.reduced(cover, 1400)).isSameAs(cover);
  }

  @Test
  void needsNoFontOfTheMachine() throws Exception {
    Path classes = folder.resolve("classes.log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.language=tr",
                "-Dfile.encoding=US-ASCII",
                "-Xlog:class+load:file=" + classes,
                "-cp",
                System.getProperty("java.class.path"),
                CoverPrinter.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(Files.readString(classes))
        .contains("java.awt.image.BufferedImage")
        .doesNotContain("sun.font.SunFontManager")
        .doesNotContain("FontConfiguration");
    assertThat(printed.strip()).isEqualTo(CoverPrinter.digest());
  }

  /** Draws a cover in a Java of its own. */
  public static final class CoverPrinter {
    public static void main(String[] arguments) throws Exception {
      System.out.println(digest());
    }

    static String digest() throws Exception {
      byte[] cover = CoverArt.forShow("İstanbul & Iğdır", "Ada Example", SHOW).bytes();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cover));
    }
  }

  @Test
  void writesRightToLeftWithAFontOfTheMachine() throws Exception {
    String title = "שלום עולם";
    assumeTrue(Lettering.of(title).isPresent(), "no font for Hebrew: apt-get install fonts-dejavu");

    BufferedImage image = decode(CoverArt.forShow(title, "Ada", SHOW));

    assertThat(ink(image, 1500, 2800)).isGreaterThan(2 * ink(image, 200, 1500));
  }

  private static long ink(BufferedImage image, int from, int to) {
    long ink = 0;
    for (int y = 200; y < 1700; y++) {
      for (int x = from; x < to; x++) {
        ink += image.getRGB(x, y) == image.getRGB(0, 0) ? 0 : 1;
      }
    }
    return ink;
  }

  @Test
  void asksForAPictureWhereNoFontCanWriteTheTitle() {
    // A private-use character that no font has a glyph for, among letters that all have.
    String title = "Old Persian \uD800\uDFA0 talk \uD83A\uDD00";
    assumeTrue(Lettering.of(Lettering.writable(title)).isEmpty(), "a font has it all");

    assertThatThrownBy(() -> CoverArt.forShow(title, "Ada", SHOW))
        .isInstanceOf(ScriptException.class)
        .hasMessageStartingWith("scripts/show.yaml:1:1: no font on this machine can write")
        .hasMessageContaining("give a picture of your own");
  }

  private static BufferedImage decode(Artwork artwork) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(artwork.bytes()));
  }
}
