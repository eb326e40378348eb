package com.kaizencast.intelligibility;

import com.kaizencast.OutsideJudge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The recogniser pocketsphinx with its general model of American English. What it heard is kept
 * beside the file, whose name holds a digest of its bytes.
 */
public final class Listener {

  private static final String PACKAGES = "pocketsphinx pocketsphinx-en-us";
  private static final Path MODEL = Path.of("/usr/share/pocketsphinx/model/en-us");
  private static final Path DICTIONARY = MODEL.resolve("cmudict-en-us.dict");

  private final OutsideJudge recogniser =
      new OutsideJudge("pocketsphinx_continuous", PACKAGES).required();
  private final OutsideJudge ffmpeg = new OutsideJudge("ffmpeg", "ffmpeg").required();

  public Listener() {
    OutsideJudge.require(
        Files.isReadable(DICTIONARY),
        "the model of pocketsphinx is missing: apt-get install " + PACKAGES);
  }

  /** The words heard in an MP3. */
  List<String> hear(Path mp3) throws IOException, InterruptedException {
    Path heard = mp3.resolveSibling(mp3.getFileName() + ".heard.txt");
    if (!Files.exists(heard)) {
      Path samples = mp3.resolveSibling(mp3.getFileName() + ".wav");
      ffmpeg.askOk(
          "-v",
          "error",
          "-nostdin",
          "-y",
          "-i",
          mp3.toString(),
          "-ar",
          "16000",
          "-ac",
          "1",
          samples.toString());
      String text =
          recogniser.askOk(
              "-infile",
              samples.toString(),
              "-hmm",
              MODEL.resolve("en-us").toString(),
              "-lm",
              MODEL.resolve("en-us.lm.bin").toString(),
              "-dict",
              DICTIONARY.toString(),
              "-logfn",
              "/dev/null");
      Files.delete(samples);
      Files.writeString(heard, text);
    }
    return PlainWords.of(Files.readString(heard));
  }

  /** The words that it could hear at all. */
  static Set<String> dictionary() throws IOException {
    try (var lines = Files.lines(DICTIONARY)) {
      return lines
          .flatMap(line -> PlainWords.of(line.substring(0, line.indexOf(' '))).stream())
          .collect(Collectors.toSet());
    }
  }
}
