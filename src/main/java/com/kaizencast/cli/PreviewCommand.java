package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.batch.Build;
import com.kaizencast.batch.Preview;
import com.kaizencast.episode.Chapter;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.speech.SpeechException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets a host hear an episode before anybody else does. */
@Command(
    name = "preview",
    description = {
      "Renders one script, a draft or not, apart from what is published, and says what",
      "subscribers would get: chapters, length, loudness, problems, and where to listen."
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast preview first-steps",
      "  kaizencast preview --play scripts/2024-03-08-first-steps.md"
    })
final class PreviewCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Parameters(paramLabel = "SLUG|FILE", description = "A script: its slug or its file.")
  private String which = "";

  @Option(names = "--play", description = "Play it, with the first player that this machine has.")
  private boolean play;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Preview preview;
    try {
      preview =
          Preview.of(
              new Build.Options(
                  cli.home(), cli.ffmpeg(), cli.logLevel(), false, false, cli.clock()),
              which);
    } catch (SpeechException e) {
      cli.complain(e.problem().toString());
      return ExitCode.QUARANTINED;
    }
    preview.problems().forEach(problem -> cli.complain(problem.toString()));
    if (cli.json()) {
      cli.out().println(new String(LedgerFile.toJson(json(preview)), UTF_8));
    } else {
      lines(preview).forEach(line -> cli.out().println(Printable.of(line)));
    }
    return play ? play(cli, preview.audio()) : ExitCode.OK;
  }

  private static int play(Cli cli, Path audio) throws Exception {
    String problem = Player.play(audio);
    if (problem == null) {
      return ExitCode.OK;
    }
    cli.err().println(problem);
    return ExitCode.FAILED;
  }

  private static List<String> lines(Preview preview) {
    List<String> lines = new ArrayList<>();
    lines.add(
        preview.episode().title()
            + (preview.episode().draft() ? " (draft)" : "")
            + ": "
            + clock(preview.file().duration()));
    for (Chapter chapter : preview.chapters()) {
      lines.add("  " + clock(chapter.start()) + "  " + chapter.title());
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%.1f LUFS, peak %.1f dBTP, %d kbit/s, %.1f MB",
            preview.loudness().integratedLufs(),
            preview.loudness().truePeakDbtp(),
            preview.file().bitRateKbps(),
            preview.file().sizeBytes() / 1e6));
    lines.add("Listen: " + preview.audio());
    lines.add(
        preview.episode().draft()
            ? "Delete its line 'draft: true' to have it published by: kaizencast"
            : "It is published, once it is due, by: kaizencast");
    return lines;
  }

  private static String clock(Duration time) {
    return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }

  private static Map<String, Object> json(Preview preview) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", preview.episode().title());
    json.put("draft", preview.episode().draft());
    json.put("seconds", preview.file().duration().toMillis() / 1000.0);
    json.put(
        "chapters",
        preview.chapters().stream()
            .map(c -> Map.of("start", c.start().toMillis() / 1000.0, "title", c.title()))
            .toList());
    json.put("lufs", preview.loudness().integratedLufs());
    json.put("peakDbtp", preview.loudness().truePeakDbtp());
    json.put("bytes", preview.file().sizeBytes());
    json.put("audio", preview.audio().toString());
    json.put("companions", preview.companions().stream().map(Path::toString).toList());
    json.put("problems", preview.problems().stream().map(Object::toString).toList());
    return json;
  }
}
