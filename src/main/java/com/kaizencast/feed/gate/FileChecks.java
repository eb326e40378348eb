package com.kaizencast.feed.gate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.Chapter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Compares what a feed says of a file with the file. */
final class FileChecks {

  /** Rounding to whole seconds, and what an MP3 encoder adds in front and behind. */
  private static final Duration TOLERANCE = Duration.ofMillis(700);

  private static final int MIN_PIXELS = 1400;
  private static final int MAX_PIXELS = 3000;

  private static final Pattern PICTURE = Pattern.compile("[^?#]*\\.(jpe?g|png)");
  private static final Pattern SRT_START =
      Pattern.compile("\\d+\\s*\\n\\d\\d:\\d\\d:\\d\\d,\\d{3} --> .*", Pattern.DOTALL);

  private final PublishedFiles files;
  private final Findings findings;

  FileChecks(PublishedFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** The file behind an address, which must be there if it is one of ours. */
  Optional<Path> there(XmlNode node, @Nullable String url) throws IOException {
    Optional<Path> file = find(url);
    if (file.isPresent() && !isThere(file.get())) {
      findings.add(FeedRule.FILE_THERE, node, "no file for " + url);
      return Optional.empty();
    }
    return file;
  }

  private Optional<Path> find(@Nullable String url) {
    return Optional.ofNullable(url).map(files::find);
  }

  private static boolean isThere(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) > 0;
  }

  /** The pictures of a channel or an item. */
  void pictures(XmlNode parent) throws IOException {
    for (XmlNode image : parent.children("itunes:image")) {
      String href = String.valueOf(image.attribute("href"));
      findings.webAddress(FeedRule.IMAGE, image, href);
      String name = href.toLowerCase(Locale.ROOT);
      findings.unless(
          PICTURE.matcher(name).matches(), FeedRule.IMAGE, image, "a picture named " + href);
      Optional<Path> file = there(image, href);
      if (file.isPresent() && files.isToBeRead(file.get())) {
        String start = start(file.get(), 8);
        findings.unless(
            name.endsWith(".png")
                ? start.equals("\u0089PNG\r\n\u001a\n")
                : start.startsWith("\u00ff\u00d8\u00ff"),
            FeedRule.FILE_TYPE,
            image,
            href + " is another type of file");
        size(image, href, file.get());
      }
    }
  }

  /** Only the header is read: the pixels may be as many as they say. */
  private void size(XmlNode node, String href, Path file) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        findings.add(FeedRule.FILE_TYPE, node, href + " is no picture");
        return;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, false);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        findings.unless(
            width == height && width >= MIN_PIXELS && width <= MAX_PIXELS,
            FeedRule.FILE_SIZE,
            node,
            href + " has " + width + " × " + height + " pixels");
        findings.unless(isOpaqueRgb(reader), FeedRule.FILE_COLOURS, node, href);
      } catch (IIOException e) {
        findings.add(FeedRule.FILE_TYPE, node, href + " is no picture: " + e.getMessage());
      } finally {
        reader.dispose();
      }
    }
  }

  private static boolean isOpaqueRgb(ImageReader reader) throws IOException {
    Node described =
        reader.getImageMetadata(0).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    String space = value(described, "ColorSpaceType", "name").orElse("RGB");
    String alpha = value(described, "Alpha", "value").orElse("none");
    return Set.of("RGB", "YCbCr").contains(space) && alpha.equals("none");
  }

  private static Optional<String> value(Node tree, String element, String attribute) {
    NodeList found = ((Element) tree).getElementsByTagName(element);
    return found.getLength() == 0
        ? Optional.empty()
        : Optional.of(((Element) found.item(0)).getAttribute(attribute));
  }

  /** A transcript or chapters. */
  void text(XmlNode node, @Nullable String url, String type) throws IOException {
    Optional<Path> file = there(node, url);
    if (file.isEmpty() || !files.isToBeRead(file.get())) {
      return;
    }
    String text = new String(Files.readAllBytes(file.get()), UTF_8).replaceFirst("^\uFEFF", "");
    boolean fits =
        switch (type) {
          case "text/vtt" -> text.startsWith("WEBVTT");
          case "application/x-subrip" -> SRT_START.matcher(text).matches();
          case "application/json", "application/json+chapters" -> text.startsWith("{");
          case "text/html" -> text.startsWith("<");
          default -> true;
        };
    findings.unless(fits, FeedRule.FILE_TYPE, node, url + " is no " + type);
    if (fits) {
      lines(node, type, text);
    }
  }

  private void lines(XmlNode node, String type, String text) {
    int longest =
        switch (type) {
          case "text/vtt" -> 65;
          case "application/x-subrip" -> 32;
          default -> Integer.MAX_VALUE;
        };
    text.lines()
        .filter(line -> shown(line, type).length() > longest)
        .findFirst()
        .ifPresent(
            line -> findings.add(FeedRule.FILE_LINES, node, "a line too long: " + line.strip()));
  }

  /** A line as it is seen: without the tags and escapes of WebVTT. */
  private static String shown(String line, String type) {
    return type.equals("text/vtt")
        ? line.replaceAll("<[^>]*>", "").replaceAll("&(amp|lt|gt);", "x")
        : line;
  }

  /**
   * A file of chapters, looked into where whoever has the file can read it.
   *
   * @param simple starts of those in the feed itself, in milliseconds; empty if there are none
   */
  void chapters(XmlNode node, List<Long> simple) throws IOException {
    String url = node.attribute("url");
    Optional<Path> file = find(url);
    List<Chapter> chapters =
        file.isPresent() && isThere(file.get()) && files.isToBeRead(file.get())
            ? files.chapters(file.get())
            : null;
    if (chapters == null) {
      return;
    }
    boolean rises = !chapters.isEmpty();
    for (int i = 1; i < chapters.size(); i++) {
      rises &= chapters.get(i).start().compareTo(chapters.get(i - 1).start()) > 0;
    }
    findings.unless(rises, FeedRule.FILE_CHAPTERS, node, url + " has no chapters that rise");
    List<Long> starts = chapters.stream().map(chapter -> chapter.start().toMillis()).toList();
    findings.unless(
        !rises || simple.isEmpty() || starts.equals(simple),
        FeedRule.FILE_CHAPTERS_AGREE,
        node,
        url + " has chapters at other times than the feed");
  }

  /**
   * A file of sound.
   *
   * @param described has its length and type
   * @return the file if it is there, to be read, and of its type
   */
  Optional<Path> media(XmlNode node, @Nullable String url, XmlNode described) throws IOException {
    Optional<Path> file = there(node, url);
    if (file.isEmpty()) {
      return file;
    }
    long size = Files.size(file.get());
    long length = Findings.length(described).orElse(size);
    findings.unless(
        size == length,
        FeedRule.FILE_LENGTH,
        node,
        url + " has " + size + " bytes, the feed says " + length);
    if (!files.isToBeRead(file.get())) {
      return Optional.empty();
    }
    boolean fits = !isMp3(described) || looksLikeMp3(start(file.get(), 3));
    findings.unless(fits, FeedRule.FILE_TYPE, node, url + " is no MP3 file");
    return fits ? file : Optional.empty();
  }

  private static boolean isMp3(XmlNode described) {
    return "audio/mpeg".equals(described.attribute("type"));
  }

  private static boolean looksLikeMp3(String start) {
    return start.equals("ID3")
        || (start.length() == 3 && start.charAt(0) == 0xff && (start.charAt(1) & 0xe0) == 0xe0);
  }

  /** The audio of an episode, played through where it is MP3. */
  void episode(XmlNode enclosure, Optional<Duration> duration) throws IOException {
    String url = enclosure.attribute("url");
    Optional<Path> file = media(enclosure, url, enclosure);
    if (file.isEmpty() || !isMp3(enclosure)) {
      return;
    }
    Optional<Duration> plays = MpegDuration.of(file.get());
    if (plays.isEmpty()) {
      findings.add(FeedRule.FILE_TYPE, enclosure, url + " is no MP3 file throughout");
      return;
    }
    Duration said = duration.orElse(plays.get());
    findings.unless(
        plays.get().minus(said).abs().compareTo(TOLERANCE) <= 0,
        FeedRule.FILE_DURATION,
        enclosure,
        url + " plays " + plays.get().toMillis() + " ms, the feed says " + said.toSeconds() + " s");
  }

  /**
   * Compares a file, if it is there, with its hash.
   *
   * @param sri as W3C Subresource Integrity has it
   */
  void hash(XmlNode node, @Nullable String url, String sri) throws IOException {
    Optional<Path> file = find(url);
    if (file.isEmpty() || !isThere(file.get()) || !files.isToBeRead(file.get())) {
      return;
    }
    MessageDigest digest = digest("SHA-" + sri.substring(3, 6));
    try (InputStream in = new DigestInputStream(Files.newInputStream(file.get()), digest)) {
      byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        // Reading is all that the digest needs.
      }
    }
    findings.unless(
        sri.substring(7).equals(Base64.getEncoder().encodeToString(digest.digest())),
        FeedRule.FILE_HASH,
        node,
        url + " has another " + digest.getAlgorithm());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }

  private static String start(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(length), ISO_8859_1);
    }
  }
}
