package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.Block;
import com.kaizencast.episode.Block.TextBlock;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Section;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Short ways to read scripts and settings in tests. */
final class Reading {

  static final String MARKDOWN = "scripts/2024-03-08-e.md";
  static final String PLAIN = "scripts/2024-03-08-e.txt";

  private Reading() {}

  static Show show(String zone) {
    return show(zone, new Show.VoiceSettings("kevin16", null, null, null));
  }

  static Show show(String zone, Show.VoiceSettings voice) {
    return new Show(
        "Continuous Improvement",
        "About things that get better.",
        "Victor Leung",
        new Show.Owner("Victor Leung", "host@example.com"),
        "en",
        URI.create("https://example.com/"),
        URI.create("https://example.com/podcast/"),
        new Show.Category("Technology", null),
        false,
        Show.Type.EPISODIC,
        "© Victor Leung",
        null,
        ZoneId.of(zone),
        null,
        null,
        voice,
        new Show.AudioSettings(-19, -1, 64));
  }

  static EpisodeScript read(String name, String text) {
    try {
      return ScriptReader.read(ScriptFile.of(name, text), show("UTC"));
    } catch (ScriptException e) {
      throw new AssertionError("unexpected problems: " + e.getMessage(), e);
    }
  }

  /** Reads Markdown under a title. */
  static EpisodeScript markdown(String body) {
    return read(MARKDOWN, "---\ntitle: T\n---\n" + body);
  }

  /** The lines of all problems of a script that can't be read, without its name. */
  static List<String> problems(String name, String text) {
    return problems(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(String name, byte[] bytes) {
    ScriptException thrown =
        catchThrowableOfType(
            ScriptException.class,
            () -> ScriptReader.read(new ScriptFile(name, bytes), show("UTC")));
    assertThat(thrown).as("problems of %s", name).isNotNull();
    return lines(thrown.problems());
  }

  static List<String> lines(List<ScriptProblem> problems) {
    return problems.stream()
        .map(problem -> problem.toString().substring(problem.position().file().length() + 1))
        .toList();
  }

  static List<Block> blocks(EpisodeScript script) {
    return script.sections().stream().map(Section::blocks).flatMap(List::stream).toList();
  }

  static List<TextBlock> texts(EpisodeScript script) {
    return blocks(script).stream()
        .filter(TextBlock.class::isInstance)
        .map(TextBlock.class::cast)
        .toList();
  }

  /** {@code STYLE 'text' line:column} and, if there is one, {@code = value}. */
  static List<String> spans(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                span.style()
                    + " '"
                    + span.text()
                    + "' "
                    + span.position().line()
                    + ":"
                    + span.position().column()
                    + (span.value() == null ? "" : " = " + span.value()))
        .toList();
  }

  static List<String> titles(EpisodeScript script) {
    return script.sections().stream().map(Section::title).toList();
  }

  /** Writes a file below a home folder. */
  static Path write(Path home, String file, String text) {
    return write(home, file, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path home, String file, byte[] bytes) {
    try {
      Path path = home.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What runs under another default locale. */
  interface Work {
    void run() throws Exception;
  }

  static void inTurkish(Work work) throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    try {
      work.run();
    } finally {
      Locale.setDefault(before);
    }
  }
}
