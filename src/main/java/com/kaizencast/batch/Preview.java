package com.kaizencast.batch;

import com.kaizencast.audio.AudioEncoder;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.Loudness;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Change;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore.Rendered;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An episode as its listeners would get it, rendered apart from what is published.
 *
 * @param audio the finished file
 * @param loudness of the finished file, measured by ffmpeg
 * @param chapters empty if it has none
 * @param companions paths of the files beside it
 * @param problems none of them an error
 */
public record Preview(
    Episode episode,
    Path audio,
    AudioFile file,
    Loudness loudness,
    List<Chapter> chapters,
    List<Path> companions,
    List<ScriptProblem> problems) {

  public Preview {
    chapters = List.copyOf(chapters);
    companions = List.copyOf(companions);
    problems = List.copyOf(problems);
  }

  /** Stands for the identity that an episode gets when it is published. */
  private static final String GUID = "preview";

  /**
   * Renders a script, a draft or not, below {@code .kaizencast/preview/}; what an earlier preview
   * left there goes.
   *
   * @param which the slug of a script, or a file
   * @throws ScriptException with what keeps it from being rendered
   */
  public static Preview of(Build.Options options, String which)
      throws ScriptException, SpeechException, ToolException, IOException, InterruptedException {
    Home home = new Home(options.home());
    VoiceFolder voices = new VoiceFolder(home.voices());
    Ffmpeg ffmpeg =
        options.ffmpeg() == null
            ? Ffmpeg.bundled(home.state().resolve("ffmpeg"))
            : Ffmpeg.system(options.ffmpeg());
    Survey survey =
        Survey.of(home, ffmpeg, voices, options.clock().instant(), false, UnaryOperator.identity());
    EpisodeScript script = find(home, survey, Voices.names(voices), which);
    Episode episode = script.episode();
    Home room = new Home(home.state().resolve("preview").resolve(episode.slug()));
    empty(room);
    Planned planned = planned(survey.plan(), script);
    Rendered rendered = render(home, room, survey, planned, ffmpeg);
    Path audio = room.published(rendered.audio().path());
    List<ScriptProblem> problems = new ArrayList<>(script.warnings());
    problems.addAll(survey.narrator().narrate(script).problems());
    return new Preview(
        planned.script().episode(),
        audio,
        rendered.audio(),
        ffmpeg.loudness(audio),
        rendered.chapters(),
        rendered.companions().stream().map(CompanionFile::path).map(room::published).toList(),
        problems);
  }

  private static EpisodeScript find(
      Home home, Survey survey, Collection<String> voices, String which)
      throws ScriptException, IOException {
    Show show = survey.show();
    Path file = Path.of(which);
    if (Files.isRegularFile(file)) {
      Path absolute = file.toAbsolutePath().normalize();
      String name =
          absolute.startsWith(home.root()) ? home.root().relativize(absolute).toString() : which;
      return ScriptReader.read(ScriptFile.read(name.replace('\\', '/'), absolute), show, voices);
    }
    List<String> slugs = new ArrayList<>();
    for (ScriptFile script : ScriptFolder.read(home.root()).files()) {
      boolean named = script.name().contains(which);
      try {
        EpisodeScript read = ScriptReader.read(script, show, voices);
        if (read.episode().slug().equals(which)) {
          return read;
        }
        slugs.add(read.episode().slug());
      } catch (ScriptException e) {
        if (named) {
          throw e;
        }
      }
    }
    throw new ScriptException(
        List.of(
            ScriptProblem.error(
                new SourcePosition("scripts", 1, 1),
                "there is no script with the slug '"
                    + which
                    + "', nor such a file; there is "
                    + String.join(", ", slugs))));
  }

  private static void empty(Home room) throws IOException {
    for (Path folder : List.of(room.audio(), room.feed().resolve("episodes"), room.temp())) {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** Under the number and date it is going to have, as far as the plan knows them. */
  private static Planned planned(Plan plan, EpisodeScript script) {
    Episode episode =
        plan.episodes().stream()
            .map(Planned::script)
            .filter(due -> due.file().equals(script.file()))
            .findFirst()
            .orElse(script)
            .episode();
    EpisodeScript identified =
        script.with(
            script
                .episode()
                .identified(
                    episode.slug(),
                    Objects.requireNonNullElse(episode.guid(), GUID),
                    episode.number(),
                    episode.publishedAt()));
    return new Planned(
        identified, Map.of("script", script.sha256()), Change.NEW, List.of(), null, null);
  }

  private static Rendered render(
      Home home, Home room, Survey survey, Planned planned, AudioEncoder encoder)
      throws ScriptException, SpeechException, ToolException, IOException, InterruptedException {
    Show show = survey.show();
    Plan alone =
        new Plan(
            show,
            survey.plan().showGuid(),
            List.of(planned),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    survey.cover().publish(room);
    boolean published = Files.isRegularFile(home.published(survey.cover().published().path()));
    BuildOutcomes outcomes = new BuildOutcomes(event -> {});
    new EpisodeRenderer(
            room,
            alone,
            survey.narrator(),
            survey.speakers(),
            survey.framing(),
            new EpisodeFile(encoder, room.temp()),
            new Pictures(home, published ? home : room, show, survey.cover()),
            outcomes)
        .render(planned);
    @Nullable Rendered rendered = outcomes.rendered().get(planned.digest());
    return Objects.requireNonNull(rendered);
  }
}
