package com.kaizencast.benchmark;

import com.kaizencast.artwork.Artwork;
import com.kaizencast.artwork.CoverArt;
import com.kaizencast.audio.AudioEncoder;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.Id3Tag;
import com.kaizencast.audio.Mp3Info;
import com.kaizencast.audio.PcmSource;
import com.kaizencast.audio.Recording;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.EpisodeScript;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.SourcePosition;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.ScriptFile;
import com.kaizencast.script.ScriptFolder;
import com.kaizencast.script.ScriptReader;
import com.kaizencast.script.ShowReader;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.speech.freetts.Voices;
import com.kaizencast.transcript.ChaptersFile;
import com.kaizencast.transcript.Credits;
import com.kaizencast.transcript.TimedText;
import com.kaizencast.transcript.Transcript;
import com.kaizencast.transcript.TranscriptForm;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where the processor's time, or memory, goes in this program, without its encoder.
 *
 * @param narration for ten minutes of audio, as are the others but the last
 * @param mastering from the samples in the recording to those for the encoder, and the tag
 * @param texts transcripts, chapters
 * @param picture for an episode
 */
record Parts(double narration, double speech, double mastering, double texts, double picture) {

  double total() {
    return narration + speech + mastering + texts;
  }

  /** Takes the encoder's place and only reads. */
  private record Sink(AudioEncoder real) implements AudioEncoder {
    @Override
    public String identity() {
      return "none";
    }

    @Override
    public double levelChangeDb(int bitRateKbps) {
      return real.levelChangeDb(bitRateKbps);
    }

    @Override
    public double overshootDb(int bitRateKbps) {
      return real.overshootDb(bitRateKbps);
    }

    @Override
    public Mp3Info encode(PcmSource samples, int bitRateKbps, Path output) throws IOException {
      short[] block = new short[1 << 14];
      while (samples.next(block) > 0) {
        // That was all.
      }
      return new Mp3Info(samples.sampleRateHz(), 1, bitRateKbps, true, 0, 0, null);
    }
  }

  /** CPU time of this thread, in nanoseconds. */
  static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** What this thread has allocated, in bytes. */
  static long allocation() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  /**
   * Works through the scripts twice; the second time counts.
   *
   * @param meter counts up
   */
  static Parts of(Path home, String voice, LongSupplier meter) throws Exception {
    Show show = ShowReader.read(home);
    Narrator narrator = new Narrator(List.of());
    SpeechSynthesizer speaker = Voices.open(new VoiceSettings(voice, null, null, null));
    Path folder = Files.createTempDirectory("parts");
    EpisodeFile files = new EpisodeFile(new Sink(Ffmpeg.bundled(folder.resolve("ffmpeg"))), folder);
    double[] counts = new double[5];
    double audio = 0;
    int episodes = 0;
    for (int round = 0; round < 2; round++) {
      counts = new double[5];
      audio = 0;
      episodes = 0;
      for (ScriptFile file : ScriptFolder.read(home).files()) {
        EpisodeScript script = ScriptReader.read(file, show);
        Episode episode = script.episode();
        long start = meter.getAsLong();
        Narration narration = narrator.narrate(script);
        start = lap(counts, meter, 0, start);
        try (Recording recording = Recording.create(folder, speaker.sampleRateHz())) {
          List<Chapter> chapters = new ArrayList<>();
          List<TimedText> timed = new ArrayList<>();
          for (SpokenSection section : narration.sections()) {
            chapters.add(new Chapter(recording.duration(), section.title(), section.link()));
            for (SpokenText text : section.texts()) {
              Speech speech = speaker.speak(text);
              timed.add(new TimedText(text, recording.append(speech.audio()), speech.words()));
              recording.appendSilence(text.pauseAfter());
            }
          }
          start = lap(counts, meter, 1, start);
          Artwork small =
              CoverArt.forEpisode(
                      show.title(),
                      episode.title(),
                      episode.number(),
                      new SourcePosition(script.file(), 1, 1),
                      600)
                  .small();
          start = lap(counts, meter, 4, start);
          Id3Tag tag =
              new Id3Tag(
                  episode.title(),
                  show.author(),
                  show.title(),
                  episode.number(),
                  LocalDate.EPOCH,
                  show.language(),
                  episode.summary(),
                  "",
                  show.website(),
                  new Id3Tag.Cover(small.format().mediaType(), small.bytes()),
                  chapters);
          Transcript transcript =
              Transcript.of(timed, recording.sampleRateHz(), recording.frameCount());
          Credits credits = new Credits(episode.title(), show.author(), show.language(), false);
          for (TranscriptForm form : TranscriptForm.values()) {
            transcript.in(form, credits);
          }
          ChaptersFile.of(chapters);
          start = lap(counts, meter, 3, start);
          files.write(recording, show.audio(), tag, folder, "part");
          lap(counts, meter, 2, start);
          audio += recording.duration().toMillis() / 1000.0;
          episodes++;
        }
      }
    }
    double tenMinutes = audio / 600;
    return new Parts(
        counts[0] / tenMinutes,
        counts[1] / tenMinutes,
        counts[2] / tenMinutes,
        counts[3] / tenMinutes,
        counts[4] / episodes);
  }

  private static long lap(double[] counts, LongSupplier meter, int part, long start) {
    long end = meter.getAsLong();
    counts[part] += end - start;
    return end;
  }
}
