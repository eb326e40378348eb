package com.kaizencast.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.HtmlJudge;
import com.kaizencast.OutsideJudge;
import com.kaizencast.ShowCrawl;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.FakeSpeechSynthesizer;
import com.kaizencast.transcript.ReadBack.ReadCue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers of captions that nobody here wrote make of our transcripts. */
final class TranscriptJudgesTest {

  @TempDir Path folder;

  private JsonNode ask(String judge, String module, List<byte[]> files) throws Exception {
    OutsideJudge node = new OutsideJudge("node", "nodejs").required();
    OutsideJudge.require(
        Files.isDirectory(Path.of(".ci/judges/node_modules", module)),
        module + " is missing: npm ci --prefix .ci/judges --ignore-scripts");
    List<String> arguments = new ArrayList<>(List.of(".ci/judges/" + judge));
    for (byte[] file : files) {
      Path path = folder.resolve("transcript-" + arguments.size());
      arguments.add(Files.write(path, file).toString());
    }
    JsonNode said = JsonMapper.shared().readTree(node.askOk(arguments.toArray(String[]::new)));
    assertThat(said).hasSameSizeAs(files);
    return said;
  }

  private void acceptWithoutAWord(List<Transcript> transcripts, Credits credits) throws Exception {
    for (TranscriptForm form : List.of(TranscriptForm.WEBVTT, TranscriptForm.WEBVTT_WORDS)) {
      List<byte[]> files = transcripts.stream().map(one -> one.in(form, credits)).toList();
      JsonNode said = ask("webvtt.js", "webvtt-parser", files);
      for (int i = 0; i < files.size(); i++) {
        check(ReadBack.webVtt(files.get(i)), said.get(i));
      }
    }
    List<Path> pages = new ArrayList<>();
    for (Transcript transcript : transcripts) {
      Path page = folder.resolve("page-" + pages.size() + ".html");
      pages.add(Files.write(page, transcript.in(TranscriptForm.HTML, credits)));
    }
    HtmlJudge.acceptsWithoutAWord(pages);
    List<byte[]> files =
        transcripts.stream().map(one -> one.in(TranscriptForm.SUBRIP, credits)).toList();
    JsonNode said = ask("srt.js", "srt-validator", files);
    for (int i = 0; i < files.size(); i++) {
      List<ReadCue> cues = ReadBack.subRip(files.get(i));
      assertThat(said.get(i).get("errors")).isEmpty();
      assertThat(said.get(i).get("cues")).hasSameSizeAs(cues);
      for (int k = 0; k < cues.size(); k++) {
        JsonNode cue = said.get(i).get("cues").get(k);
        assertThat(cue.get("text").asString()).isEqualTo(String.join("\n", cues.get(k).lines()));
        assertThat(cue.get("time").get("start").asLong()).isEqualTo(cues.get(k).start());
        assertThat(cue.get("time").get("end").asLong()).isEqualTo(cues.get(k).end());
      }
    }
  }

  private static void check(List<ReadCue> cues, JsonNode said) {
    assertThat(said.get("errors")).isEmpty();
    assertThat(said.get("cues")).hasSameSizeAs(cues);
    for (int i = 0; i < cues.size(); i++) {
      JsonNode cue = said.get("cues").get(i);
      assertThat(cue.get("text").asString()).isEqualTo(String.join("\n", cues.get(i).lines()));
      assertThat(Math.round(cue.get("start").asDouble() * 1000)).isEqualTo(cues.get(i).start());
      assertThat(Math.round(cue.get("end").asDouble() * 1000)).isEqualTo(cues.get(i).end());
      List<Long> times = new ArrayList<>();
      cue.get("times").forEach(time -> times.add(Math.round(time.asDouble() * 1000)));
      assertThat(times).isEqualTo(cues.get(i).times());
    }
  }

  @Test
  void readTheEpisodesOfTheShow() throws Exception {
    List<Transcript> transcripts = new ArrayList<>();
    for (EpisodeScript script : ShowTranscripts.scripts()) {
      transcripts.add(said(script));
    }
    acceptWithoutAWord(transcripts, new Credits("Title", "Victor Leung", "en", false));
  }

  @Test
  void readTheRealScripts() throws Exception {
    Show show = ShowReader.read(Path.of(""));
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    List<Transcript> transcripts = new ArrayList<>();
    for (ShowCrawl.RealScript real : ShowCrawl.scripts()) {
      Files.writeString(scripts.resolve("2024-03-08-real.txt"), real.text());
      transcripts.add(said(ScriptReader.read(ScriptFolder.read(folder).files().get(0), show)));
    }
    acceptWithoutAWord(transcripts, new Credits("Title", "Victor Leung", "en", false));
  }

  @Test
  void readTextsThatNobodyWouldWrite() throws Exception {
    List<Transcript> transcripts = new ArrayList<>();
    for (long seed = 0; seed < 100; seed++) {
      Transcript transcript = new RandomTexts(seed).recording().transcript();
      if (!transcript.isEmpty()) {
        transcripts.add(transcript);
      }
    }
    acceptWithoutAWord(transcripts, new Credits("Odd", "A & <b> --> 改善 שלום 😀", "en", false));
  }

  private static Transcript said(EpisodeScript script) throws Exception {
    return ShowTranscripts.record(script, new FakeSpeechSynthesizer(), (text, speech) -> {})
        .transcript();
  }
}
