package com.kaizencast.cli;

import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.ReadWord;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints what the voice is given. */
@Command(
    name = "narrate",
    description = "Prints what the voice is given for a script, one utterance a line.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast narrate scripts/2024-03-08-first-steps.md",
      "  kaizencast narrate --phones scripts/2024-03-08-first-steps.md"
    })
final class NarrateCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;

  @Parameters(paramLabel = "FILE", description = "A script.")
  private Path file = Path.of("");

  @ArgGroup private @Nullable Form form;

  /** What to print in place of the utterances. */
  static final class Form {
    @Option(
        names = "--words",
        description = "Print each word as written, its place and class, and what is said for it.")
    private boolean words;

    @Option(names = "--phones", description = "Print the phones that the voice uses.")
    private boolean phones;
  }

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    Desk desk = Desk.open(cli.home());
    EpisodeScript script = desk.read(file);
    Narration narration = desk.narrator().narrate(script);
    if (form != null && form.words) {
      for (ReadWord word : narration.words()) {
        print(
            cli,
            word.position() + "\t" + word.text() + "\t" + word.wordClass() + "\t" + word.said());
      }
    } else {
      FreeTtsSynthesizer voice = form != null && form.phones ? desk.voice(script) : null;
      for (SpokenSection section : narration.sections()) {
        for (SpokenText text : section.texts()) {
          print(cli, voice == null ? text.text() : phones(voice, text));
        }
      }
    }
    narration.problems().forEach(problem -> cli.complain(problem.toString()));
    return narration.problems().stream().anyMatch(ScriptProblem::isError)
        ? ExitCode.QUARANTINED
        : ExitCode.OK;
  }

  private static String phones(FreeTtsSynthesizer voice, SpokenText text) throws SpeechException {
    return String.join(" | ", voice.phones(text));
  }

  private static void print(Cli cli, String line) {
    cli.out().println(Printable.of(line));
  }
}
