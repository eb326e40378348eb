package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.kaizencast.OutsideJudge;
import com.kaizencast.audio.ffmpeg.SharedFfmpeg;
import com.kaizencast.episode.Chapter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Id3TagTest {

  private static final Duration LENGTH = Duration.ofMillis(2500);

  /** Markup, accents, Chinese, an emoji beyond the basic plane, right-to-left. */
  private static final String HARD = "<b>“Größe” & 持续改进 🎙 שלום\u200f";

  private static byte[] frames;

  @TempDir Path folder;

  @BeforeAll
  static void encode(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("frames.mp3");
    SharedFfmpeg.get().encode(new ArraySource(16_000, Signals.speech(16_000, 2.5, 1)), 64, file);
    frames = Files.readAllBytes(file);
  }

  @Test
  void isAsTheSpecificationSays() {
    Id3Tag tag = tag("Title", List.of(), null);

    byte[] bytes = tag.bytes(LENGTH);

    assertThat(bytes).startsWith('I', 'D', '3', 3, 0, 0);
    int size = bytes[6] << 21 | bytes[7] << 14 | bytes[8] << 7 | bytes[9];
    assertThat(size).isEqualTo(bytes.length - 10);
    List<Frame> all = frames(bytes, 10);
    assertThat(all)
        .extracting(Frame::id)
        .containsExactly(
            "TIT2", "TPE1", "TALB", "TRCK", "TYER", "TDAT", "TLAN", "TCON", "COMM", "WOAF");
    assertThat(all.get(0).content()).containsExactly(0, 'T', 'i', 't', 'l', 'e');
    assertThat(all.get(4).content()).containsExactly(0, '2', '0', '2', '4');
    assertThat(all.get(5).content()).containsExactly(0, '0', '8', '0', '3');
    assertThat(all.get(6).content()).containsExactly(0, 'e', 'n', 'g');
  }

  @Test
  void writesUtf16WithItsMarkWhereLatin1IsNotEnough() {
    byte[] bytes = tag("é🎙", List.of(), null).bytes(LENGTH);

    assertThat(frames(bytes, 10).get(0).content())
        .containsExactly(1, 0xff, 0xfe, 0xe9, 0, 0x3c, 0xd8, 0x99, 0xdf);
    assertThat(frames(tag("é", List.of(), null).bytes(LENGTH), 10).get(0).content())
        .containsExactly(0, 0xe9);
  }

  @Test
  void leavesOutControlCharactersAndHalvesOfCharacters() {
    byte[] bytes = tag("a\u0000b\u001b[31mc\nd\u0085\ud83c!", List.of(), null).bytes(LENGTH);

    byte[] content = frames(bytes, 10).get(0).bytes();
    assertThat(new String(content, 3, content.length - 3, StandardCharsets.UTF_16LE))
        .isEqualTo("ab[31mc d\ufffd!");
  }

  @Test
  void listsChaptersInOrderAndEndsEachWhereTheNextStarts() {
    List<Chapter> chapters =
        List.of(
            new Chapter(Duration.ZERO, "One", null),
            new Chapter(Duration.ofNanos(1_000_999_999), "Two", URI.create("https://x.org/ü?a&b")));

    List<Frame> all = frames(tag("T", chapters, null).bytes(LENGTH), 10);

    Frame contents = all.stream().filter(f -> f.id().equals("CTOC")).findFirst().orElseThrow();
    assertThat(contents.bytes())
        .isEqualTo("toc\0\3\2chp1\0chp2\0".getBytes(StandardCharsets.ISO_8859_1));
    List<Frame> chaps = all.stream().filter(f -> f.id().equals("CHAP")).toList();
    ByteBuffer first = ByteBuffer.wrap(chaps.get(0).bytes(), 5, 16);
    assertThat(first.getInt()).isZero();
    assertThat(first.getInt()).isEqualTo(1000);
    assertThat(first.getInt()).isEqualTo(-1);
    assertThat(first.getInt()).isEqualTo(-1);
    ByteBuffer second = ByteBuffer.wrap(chaps.get(1).bytes(), 5, 16);
    assertThat(second.getInt()).isEqualTo(1000);
    assertThat(second.getInt()).isEqualTo(2500);
    List<Frame> inner = frames(chaps.get(1).bytes(), 21);
    assertThat(inner).extracting(Frame::id).containsExactly("TIT2", "WXXX");
    assertThat(new String(inner.get(1).bytes(), StandardCharsets.US_ASCII))
        .isEqualTo("\0\0https://x.org/%C3%BC?a&b");
  }

  @Test
  void listsMoreChaptersThanOneTableHoldsInTablesBelowIt() {
    List<Chapter> chapters =
        IntStream.range(0, 600)
            .mapToObj(i -> new Chapter(Duration.ofMillis(i), "C" + i, null))
            .toList();

    List<Frame> all = frames(tag("T", chapters, null).bytes(LENGTH), 10);

    List<Frame> tables = all.stream().filter(f -> f.id().equals("CTOC")).toList();
    assertThat(tables.get(0).bytes())
        .isEqualTo("toc\0\3\3toc1\0toc2\0toc3\0".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(tables).hasSize(4);
    assertThat(tables.get(1).bytes()[5]).isEqualTo((byte) 1); // ordered, not top level
    assertThat(tables.get(1).bytes()[6]).isEqualTo((byte) 255);
    assertThat(tables.get(3).bytes()[6]).isEqualTo((byte) 90);
    assertThat(all.stream().filter(f -> f.id().equals("CHAP"))).hasSize(600);
  }

  @Test
  void rejectsChaptersOutOfOrderOrAfterTheEnd() {
    Chapter first = new Chapter(Duration.ofSeconds(1), "a", null);
    Chapter second = new Chapter(Duration.ofSeconds(2), "b", null);

    assertThatThrownBy(() -> tag("T", List.of(second, first), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tag("T", List.of(first, second), null).bytes(Duration.ofMillis(1900)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void writesLanguagesAsThreeLetters() {
    for (String[] pair :
        new String[][] {{"de-CH", "deu"}, {"zh-Hant", "zho"}, {"xx-none", "und"}, {"", "und"}}) {
      Id3Tag tag =
          new Id3Tag(
              "T",
              "A",
              "B",
              null,
              LocalDate.of(2024, 3, 8),
              pair[0],
              "c",
              "",
              null,
              null,
              List.of());
      List<Frame> all = frames(tag.bytes(LENGTH), 10);
      assertThat(all.get(5).bytes())
          .isEqualTo(("\0" + pair[1]).getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void isReadWholeByFfprobe() throws Exception {
    OutsideJudge ffprobe = new OutsideJudge("ffprobe", "ffmpeg").required();

    String said =
        ffprobe.askOk(
            "-v",
            "warning",
            "-show_format",
            "-show_chapters",
            "-show_streams", //
            write(hardTag()).toString());

    assertThat(said)
        .contains("TAG:title=" + HARD)
        .contains("TAG:artist=Victor " + HARD)
        .contains("TAG:album=Show " + HARD)
        .contains("TAG:track=7")
        .contains("TAG:date=2024-03-08")
        .contains("TAG:language=eng")
        .contains("TAG:comment=First line " + HARD + "\nsecond line")
        .contains("start_time=0.000000\nend=1000\nend_time=1.000000\nTAG:title=Opening")
        .contains("start_time=1.000000\nend=2500\nend_time=2.500000\nTAG:title=" + HARD)
        .contains("codec_name=png")
        .contains("width=60")
        .doesNotContain("[mp3 @");
  }

  @Test
  void isReadWholeByEyeD3() throws Exception {
    OutsideJudge eyeD3 = new OutsideJudge("eyeD3", "eyed3").required();

    String said = eyeD3.askOk("--no-color", "-v", write(hardTag()).toString());

    assertThat(said)
        .contains("ID3 v2.3")
        .contains("title: " + HARD)
        .contains("First line " + HARD)
        .contains("track: 7")
        .contains("https://example.org/e/7")
        .contains("FRONT_COVER Image")
        .contains("The lyrics " + HARD)
        .doesNotContainIgnoringCase("invalid")
        .doesNotContainIgnoringCase("error");
  }

  @Test
  void isReadWholeByMutagen() throws Exception {
    OutsideJudge python = new OutsideJudge("/usr/bin/python3", "python3-mutagen");
    OutsideJudge.require(
        Files.isExecutable(Path.of("/usr/bin/python3"))
            && python.ask("-c", "import mutagen").exitCode() == 0,
        "mutagen is missing: apt-get install python3-mutagen");

    String said =
        python.askOk(
            "-X",
            "utf8",
            "-c",
            """
            import sys, mutagen.id3
            tag = mutagen.id3.ID3(sys.argv[1], translate=False)
            print(tag.version, len(tag.unknown_frames))
            print(tag['TIT2'], '|', tag['TYER'], tag['TDAT'], tag['TCON'], tag['WOAF'])
            print(repr(tag.getall('COMM')[0].text), tag.getall('USLT')[0].text)
            toc = tag.getall('CTOC')[0]
            print(toc.element_id, int(toc.flags), toc.child_element_ids)
            for c in tag.getall('CHAP'):
                print(c.element_id, c.start_time, c.end_time, c.sub_frames['TIT2'],
                      [f.url for f in c.sub_frames.getall('WXXX')])
            print(tag.getall('APIC')[0].mime, len(tag.getall('APIC')[0].data))
            """,
            write(hardTag()).toString());

    assertThat(said)
        .contains("(2, 3, 0) 0\n")
        .contains(HARD + " | 2024 0803 Podcast https://example.org/e/7\n")
        .contains("The lyrics " + HARD)
        .contains("toc 3 ['chp1', 'chp2']\n")
        .contains("chp1 0 1000 Opening []\n")
        .contains("chp2 1000 2500 " + HARD + " ['https://example.org/a?b=c&d=%C3%BC']\n")
        .contains("image/png " + cover().length);
  }

  @Test
  void isReadByMediainfo() throws Exception {
    OutsideJudge mediainfo = new OutsideJudge("mediainfo", "mediainfo").required();

    String said = mediainfo.askOk(write(hardTag()).toString());

    assertThat(said)
        .containsPattern("Track name/Position +: 7")
        .containsPattern("Recorded date +: 2024-03-08")
        .containsPattern("Cover type +: Cover \\(front\\)")
        .containsPattern("Bit rate mode +: Constant");
  }

  @Test
  void leavesAFileThatCheckersFindNoFaultWith() throws Exception {
    OutsideJudge mp3val = new OutsideJudge("mp3val", "mp3val").required();
    OutsideJudge mp3check = new OutsideJudge("mp3check", "mp3check").required();
    Path file = write(hardTag());

    assertThat(mp3val.askOk(file.toString()))
        .contains("+ID3v2, CBR")
        .doesNotContain("WARNING")
        .doesNotContain("ERROR");
    assertThat(mp3check.ask("-e", file.toString()).output()).doesNotContain("error");
    assertThat(Mp3Info.read(file).defect()).isNull();
  }

  private static Id3Tag tag(String title, List<Chapter> chapters, Id3Tag.@Nullable Cover cover) {
    return new Id3Tag(
        title,
        "Victor",
        "Show",
        7,
        LocalDate.of(2024, 3, 8),
        "en-GB",
        "A comment",
        "",
        URI.create("https://example.org/e/7"),
        cover,
        chapters);
  }

  private static Id3Tag hardTag() throws IOException {
    return new Id3Tag(
        HARD,
        "Victor " + HARD,
        "Show " + HARD,
        7,
        LocalDate.of(2024, 3, 8),
        "en-GB",
        "First line " + HARD + "\nsecond line",
        "The lyrics " + HARD,
        URI.create("https://example.org/e/7"),
        new Id3Tag.Cover("image/png", cover()),
        List.of(
            new Chapter(Duration.ZERO, "Opening", null),
            new Chapter(Duration.ofSeconds(1), HARD, URI.create("https://example.org/a?b=c&d=ü"))));
  }

  private static byte[] cover() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 60, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private Path write(Id3Tag tag) throws IOException {
    Path file = Files.write(folder.resolve("tagged.mp3"), tag.bytes(LENGTH));
    return Files.write(file, frames, java.nio.file.StandardOpenOption.APPEND);
  }

  private record Frame(String id, byte[] bytes) {

    int[] content() {
      return IntStream.range(0, bytes.length).map(i -> bytes[i] & 0xff).toArray();
    }
  }

  /** The frames of a tag from an offset to its end, their flags expected to be zero. */
  private static List<Frame> frames(byte[] bytes, int from) {
    List<Frame> frames = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    while (in.hasRemaining()) {
      byte[] id = new byte[4];
      in.get(id);
      byte[] content = new byte[in.getInt()];
      assertThat(in.getShort()).isZero();
      in.get(content);
      frames.add(new Frame(new String(id, StandardCharsets.US_ASCII), content));
    }
    return frames;
  }
}
