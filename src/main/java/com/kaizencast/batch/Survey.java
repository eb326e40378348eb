package com.kaizencast.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.LexiconEntry;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.ToolException;
import com.kaizencast.feed.FeedReader;
import com.kaizencast.feed.FeedWriter;
import com.kaizencast.feed.PublishedFeed;
import com.kaizencast.feed.UnreadableFeedException;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Ledger;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.Leftovers;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Quarantined;
import com.kaizencast.publish.Planner;
import com.kaizencast.publish.Sha256;
import com.kaizencast.publish.Verification;
import com.kaizencast.script.LexiconReader;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a home folder and what is to be done about it, found out without writing
 * anything.
 *
 * @param ledger of what is published; where it was lost, one made of the feed
 * @param byDigest whether published files were read and compared with their digests
 * @param problems that are no single script's
 * @param warnings a line each
 */
record Survey(
    Show show,
    Narrator narrator,
    Speakers speakers,
    Framing framing,
    Ledger ledger,
    Cover cover,
    Pictures pictures,
    Plan plan,
    boolean byDigest,
    List<ScriptProblem> problems,
    List<String> warnings) {

  Survey {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks around.
   *
   * @param verify whether published files are read and compared with their digests, due or not
   * @param change what is to be changed in the ledger
   * @throws ScriptException if the show itself has mistakes
   */
  static Survey of(
      Home home,
      Ffmpeg ffmpeg,
      VoiceFolder voices,
      Instant now,
      boolean verify,
      UnaryOperator<Ledger> change)
      throws ScriptException, ToolException, IOException {
    List<String> voiceNames = Voices.names(voices);
    Show show = ShowReader.read(home.root(), voiceNames);
    Speakers speakers = new Speakers(voices, show.voice());
    List<LexiconEntry> lexicon = LexiconReader.read(home.root());
    Narrator narrator = new Narrator(lexicon);
    List<ScriptProblem> problems = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    Framing framing = new Framing(home, show.sound(), narrator, ffmpeg);
    framing.warnings().forEach(warning -> warnings.add(warning.toString()));
    Ledger ledger = change.apply(ledger(home, show, now, warnings));
    Cover cover = Cover.prepare(home, show, ledger.cover(), problems);
    Pictures pictures = new Pictures(home, show, cover);
    Instant due = new Verification(home, show.nightly().verifyDays()).nextDue(now);
    boolean byDigest = verify || (due != null && !due.isAfter(now));
    List<EpisodeScript> valid = new ArrayList<>();
    List<Quarantined> invalid = new ArrayList<>();
    IdentityHashMap<EpisodeScript, String> spokenBy = new IdentityHashMap<>();
    ScriptFolder folder = ScriptFolder.read(home.root());
    for (ScriptFile file : folder.files()) {
      try {
        EpisodeScript script = ScriptReader.read(file, show, voiceNames);
        spokenBy.put(script, speakers.identity(script));
        valid.add(script);
      } catch (ScriptException e) {
        invalid.add(new Quarantined(file.name(), e.problems()));
      } catch (ToolException e) {
        // Of the show's own voice this would be every script's.
        Voices.identity(show.voice(), voices);
        SourcePosition top = new SourcePosition(file.name(), 1, 1);
        ScriptProblem problem = ScriptProblem.error(top, String.valueOf(e.getMessage()));
        invalid.add(new Quarantined(file.name(), List.of(problem)));
      }
    }
    for (ScriptProblem problem : folder.problems()) {
      invalid.add(new Quarantined(problem.position().file(), List.of(problem)));
    }
    Planner planner =
        new Planner(
            home,
            show,
            ledger,
            inputs(show, framing, ffmpeg),
            script ->
                Map.of(
                    "voice", Objects.requireNonNull(spokenBy.get(script)),
                    "lexicon", usedEntries(lexicon, script),
                    "picture", pictures.source(script)),
            now,
            byDigest);
    Plan plan = planner.plan(valid, invalid);
    return new Survey(
        show, narrator, speakers, framing, ledger, cover, pictures, plan, byDigest, problems,
        warnings);
  }

  /** The ledger; where it is lost or damaged, its copy, or else one made of the published feed. */
  private static Ledger ledger(Home home, Show show, Instant now, List<String> warnings)
      throws IOException {
    Ledger ledger = LedgerFile.read(home.ledgerFile()).orElse(null);
    if (ledger != null || !Files.exists(home.feedFile())) {
      return ledger == null ? Ledger.EMPTY : ledger;
    }
    Ledger copy = LedgerFile.read(home.ledgerCopy()).orElse(Ledger.EMPTY);
    if (feedOf(copy, home) != null) {
      warnings.add("warning: " + home.ledgerFile() + " was lost; its copy is taken");
      return copy;
    }
    Ledger rebuilt = Ledger.EMPTY;
    try {
      rebuilt = LostLedger.of(publishedFeed(home, show), show, home);
      warnings.add("warning: " + home.ledgerFile() + " was lost; it is rebuilt from the feed");
    } catch (UnreadableFeedException e) {
      warnings.add("warning: ledger and feed can't be read; they are made anew: " + e.getMessage());
    }
    // What else lies there may be what a listener is loading.
    return rebuilt.with(
        Leftovers.find(home, rebuilt).stream()
            .map(path -> new Ledger.Retired(path, now.getEpochSecond()))
            .toList(),
        copy.retracted());
  }

  /** The published feed if it is, to the byte, the one that was written with this ledger. */
  static @Nullable String feedOf(Ledger ledger, Home home) throws IOException {
    StringBuilder xml = new StringBuilder();
    for (int page = 1; ledger.feed() != null && page <= ledger.feed().pages(); page++) {
      Path file = home.published(FeedWriter.path(page));
      if (!Files.isRegularFile(file)) {
        return null;
      }
      xml.append(new String(Files.readAllBytes(file), UTF_8));
    }
    return ledger.feed() != null && Sha256.of(xml.toString()).equals(ledger.feed().sha256())
        ? xml.toString()
        : null;
  }

  /** The feed with all its pages. */
  static PublishedFeed publishedFeed(Home home, Show show)
      throws IOException, UnreadableFeedException {
    return FeedReader.readAll(
        Files.readAllBytes(home.feedFile()),
        url -> {
          Path page = home.feed().resolve(url.substring(url.lastIndexOf('/') + 1));
          boolean isOurs = url.equals(show.publicUrl() + "feed/" + page.getFileName());
          return isOurs && Files.isRegularFile(page) ? Files.readAllBytes(page) : null;
        });
  }

  /** What goes into every episode's audio, by name. */
  private static Map<String, String> inputs(Show show, Framing framing, Ffmpeg ffmpeg)
      throws ToolException, IOException {
    return Map.of(
        "program",
        Build.VERSION,
        "encoder",
        ffmpeg.identity(),
        "sound",
        framing.identity(),
        "loudness",
        show.audio().toString(),
        "show",
        String.join(
            "\n",
            show.title(),
            show.author(),
            show.language(),
            show.timeZone().getId(),
            String.valueOf(show.distribution().privatePath() != null)));
  }

  /** The digest of the lexicon entries whose term is somewhere in the script. */
  private static String usedEntries(List<LexiconEntry> lexicon, EpisodeScript script) {
    String text = script.notesHtml().toLowerCase(Locale.ROOT);
    return Sha256.of(
        lexicon.stream()
            .filter(entry -> text.contains(entry.term().toLowerCase(Locale.ROOT)))
            .map(LexiconEntry::toString)
            .sorted()
            .collect(Collectors.joining("\n")));
  }
}
