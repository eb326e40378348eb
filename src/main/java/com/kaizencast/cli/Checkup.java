package com.kaizencast.cli;

import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.kaizencast.speech.freetts.FreeTtsSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks at this machine and this folder. */
final class Checkup {

  private static final long SCARCE_BYTES = 500L << 20;
  private static final long TOO_FEW_BYTES = 50L << 20;

  /** No machine with a sound clock is before this. */
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

  private final Cli cli;
  private final Home home;
  private final Findings findings;

  Checkup(Cli cli, Findings findings) {
    this.cli = cli;
    this.home = new Home(cli.home());
    this.findings = findings;
  }

  void run() throws IOException, InterruptedException {
    java();
    charset();
    Show show = show();
    clock(show);
    if (show != null) {
      voice(show);
      scripts(show);
    }
    ffmpeg();
    folders();
    disk();
    ledger();
  }

  private void java() {
    Runtime.Version version = Runtime.version();
    findings.expect(
        version.feature() >= 17,
        "Java",
        version
            + " ("
            + System.getProperty("java.vendor")
            + "), "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB, "
            + Runtime.getRuntime().availableProcessors()
            + " processors",
        "install Java 17 or newer");
  }

  /** Nothing in a feed depends on it; names of files do. */
  private void charset() {
    String files = String.valueOf(System.getProperty("sun.jnu.encoding"));
    String locale =
        System.getProperty("user.language") + "-" + System.getProperty("user.country", "");
    String said = locale.replaceFirst("-$", "") + ", file names in " + files;
    if (files.equalsIgnoreCase("UTF-8")) {
      findings.ok("locale", said);
    } else {
      findings.odd("locale", said, "for other than ASCII letters in names set LC_ALL=C.UTF-8");
    }
  }

  private @Nullable Show show() throws IOException {
    try {
      Show show = ShowReader.read(home.root(), Voices.names(new VoiceFolder(home.voices())));
      findings.ok("show.yaml", show.title());
      if (show.baseUrl()
          .getHost()
          .matches("(.*\\.)?example\\.(com|org|net)|.*\\.(example|invalid)")) {
        findings.odd(
            "base-url",
            show.baseUrl() + " is an example",
            "set it to what feed/ and audio/ are published under, before anybody subscribes");
      }
      return show;
    } catch (ScriptException e) {
      findings.broken(
          "show.yaml",
          e.problems().get(0).toString(),
          e.problems().size() > 1 ? "and " + (e.problems().size() - 1) + " more: run check" : "");
      return null;
    }
  }

  private void clock(@Nullable Show show) {
    Instant now = cli.clock().instant();
    ZoneId zone = show == null ? ZoneId.systemDefault() : show.timeZone();
    findings.expect(
        now.isAfter(LONG_AGO),
        "time",
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .format(LocalDateTime.ofInstant(now, zone))
            + " in "
            + zone
            + (show == null ? "" : ", the zone of the show"),
        "set the clock of this machine");
  }

  private void voice(Show show) throws IOException {
    try {
      FreeTtsSynthesizer voice = Voices.open(show.voice(), new VoiceFolder(home.voices()));
      int frames = 0;
      for (SpokenSection section :
          Desk.open(home.root())
              .narrator()
              .narrate("Testing.", new SourcePosition("text", 1, 1))
              .sections()) {
        frames += voice.speak(section.texts().get(0)).audio().frameCount();
      }
      findings.expect(
          frames > 0,
          "voice",
          show.voice().name() + " speaks",
          "choose another voice in show.yaml");
    } catch (ScriptException | ToolException | SpeechException e) {
      findings.broken("voice", String.valueOf(e.getMessage()), "");
    }
  }

  private void scripts(Show show) throws IOException {
    ScriptFolder folder = ScriptFolder.read(home.root());
    int broken = folder.problems().size();
    for (ScriptFile file : folder.files()) {
      try {
        ScriptReader.read(file, show, Voices.names(new VoiceFolder(home.voices())));
      } catch (ScriptException e) {
        broken++;
      }
    }
    String said = folder.files().size() + " scripts";
    if (broken > 0) {
      findings.odd("scripts", said + ", " + broken + " with mistakes", "run: kaizencast check");
    } else if (folder.files().isEmpty()) {
      findings.odd("scripts", said, "begin one: kaizencast new \"A title\"");
    } else {
      findings.ok("scripts", said);
    }
  }

  private void ffmpeg() throws IOException, InterruptedException {
    Path own = cli.ffmpeg();
    String which = own == null ? "the bundled one" : own.toString();
    try {
      Ffmpeg ffmpeg =
          own == null ? Ffmpeg.bundled(home.state().resolve("ffmpeg")) : Ffmpeg.system(own);
      findings.ok("ffmpeg", which + ": " + ffmpeg.tried());
    } catch (ToolException e) {
      findings.broken(
          "ffmpeg",
          which + ": " + String.valueOf(e.getMessage()).replaceAll("\\s*\\n\\s*", "; "),
          "name one with --ffmpeg that has libmp3lame");
    }
  }

  private void folders() {
    for (Path folder : new Path[] {home.audio(), home.feed(), home.state()}) {
      String name = String.valueOf(folder.getFileName());
      try {
        Files.createDirectories(folder);
        Files.delete(Files.createTempFile(folder, ".doctor", ".part"));
        findings.ok(name, folder + " can be written");
      } catch (IOException e) {
        findings.broken(
            name, folder + " can't be written (" + e + ")", "give this user the right to");
      }
    }
  }

  private void disk() throws IOException {
    long free = Files.getFileStore(home.root()).getUsableSpace();
    String said = (free >> 20) + " MB are free";
    if (free < TOO_FEW_BYTES) {
      findings.broken("disk", said, "an hour of audio takes 30 MB, and twice that in the making");
    } else if (free < SCARCE_BYTES) {
      findings.odd("disk", said, "an hour of audio takes 30 MB");
    } else {
      findings.ok("disk", said);
    }
  }

  private void ledger() throws IOException {
    if (!Files.exists(home.feedFile())) {
      findings.ok("feed", "nothing is published yet");
      return;
    }
    LedgerFile.read(home.ledgerFile())
        .ifPresentOrElse(
            ledger ->
                findings.ok("feed", ledger.entries().size() + " episodes in " + home.feedFile()),
            () ->
                findings.odd(
                    "feed",
                    home.ledgerFile() + " is lost or damaged",
                    "the next build makes it anew from the feed"));
  }
}
