package com.kaizencast.batch;

import com.kaizencast.artwork.Artwork;
import com.kaizencast.artwork.CoverArt;
import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.Id3Tag;
import com.kaizencast.audio.Recording;
import com.kaizencast.audio.Soundtrack;
import com.kaizencast.audio.Soundtrack.Voiced;
import com.kaizencast.audio.Waveform;
import com.kaizencast.episode.AudioFile;
import com.kaizencast.episode.Chapter;
import com.kaizencast.episode.CompanionFile;
import com.kaizencast.episode.CompanionFile.Kind;
import com.kaizencast.episode.Episode;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.Speech;
import com.kaizencast.episode.SpokenSection;
import com.kaizencast.episode.SpokenText;
import com.kaizencast.episode.ToolException;
import com.kaizencast.narration.Narration;
import com.kaizencast.narration.Narrator;
import com.kaizencast.publish.Companions;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.Plan;
import com.kaizencast.publish.Plan.Planned;
import com.kaizencast.publish.RenderStore;
import com.kaizencast.publish.RenderStore.Rendered;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpeechSynthesizer;
import com.kaizencast.transcript.ChaptersFile;
import com.kaizencast.transcript.Credits;
import com.kaizencast.transcript.TimedText;
import com.kaizencast.transcript.Transcript;
import com.kaizencast.transcript.TranscriptForm;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Narrates, speaks, masters and encodes episodes; used by several threads. */
final class EpisodeRenderer {

  private final Home home;
  private final Plan plan;
  private final Narrator narrator;
  private final Speakers speakers;
  private final Framing framing;
  private final EpisodeFile files;
  private final Pictures pictures;
  private final RenderStore store;
  private final BuildOutcomes outcomes;

  EpisodeRenderer(
      Home home,
      Plan plan,
      Narrator narrator,
      Speakers speakers,
      Framing framing,
      EpisodeFile files,
      Pictures pictures,
      BuildOutcomes outcomes) {
    this.home = home;
    this.plan = plan;
    this.narrator = narrator;
    this.speakers = speakers;
    this.framing = framing;
    this.files = files;
    this.pictures = pictures;
    this.store = new RenderStore(home);
    this.outcomes = outcomes;
  }

  /** Renders an episode and leaves a record of it, so that it is not rendered twice. */
  Planned render(Planned planned)
      throws ScriptException, SpeechException, ToolException, IOException, InterruptedException {
    Narration narration = narrator.narrate(planned.script());
    if (narration.problems().stream().anyMatch(ScriptProblem::isError)) {
      throw new ScriptException(narration.problems());
    }
    CoverArt.Sizes picture = pictures.of(planned.script());
    SpeechSynthesizer speaker = speakers.of(planned.script());
    int rate = speaker.sampleRateHz();
    Soundtrack soundtrack = framing.soundtrack(rate);
    List<Chapter> chapters = new ArrayList<>();
    List<TimedText> timed = new ArrayList<>();
    List<Voiced> voiced = new ArrayList<>();
    try (Recording speech = Recording.create(home.temp(), rate)) {
      long openingEnd = 0;
      for (SpokenSection section : framing.disclosed(narration.sections())) {
        // The first one begins with the music.
        long start = chapters.isEmpty() ? 0 : soundtrack.lead() + speech.frameCount();
        chapters.add(new Chapter(Recording.duration(start, rate), section.title(), section.link()));
        for (SpokenText text : section.texts()) {
          Speech said = speaker.speak(text);
          long frame = speech.append(said.audio());
          timed.add(new TimedText(text, soundtrack.lead() + frame, said.words()));
          voiced.add(new Voiced(frame, speech.frameCount()));
          speech.appendSilence(text.pauseAfter());
        }
        openingEnd = chapters.size() == 1 ? speech.frameCount() : openingEnd;
      }
      try (Recording recording = soundtrack.around(speech, voiced, openingEnd, home.temp())) {
        finish(planned, narration, recording, chapters, timed, picture);
      }
    }
    return planned;
  }

  private void finish(
      Planned planned,
      Narration narration,
      Recording recording,
      List<Chapter> chapters,
      List<TimedText> timed,
      CoverArt.Sizes picture)
      throws ToolException, IOException, InterruptedException {
    Transcript transcript = Transcript.of(timed, recording.sampleRateHz(), recording.frameCount());
    List<Chapter> worthShowing = chapters.size() > 1 ? chapters : List.of();
    AudioFile audio =
        files.write(
            recording,
            plan.show().audio(),
            tag(planned.script().episode(), worthShowing, picture.small()),
            home.audio(),
            plan.baseName(planned));
    Rendered rendered =
        new Rendered(
            audio,
            worthShowing,
            companions(planned, transcript, worthShowing, picture.full(), Waveform.of(recording)));
    store.put(planned.digest(), rendered);
    outcomes.rendered(planned, rendered, narration.problems());
  }

  private List<CompanionFile> companions(
      Planned planned,
      Transcript transcript,
      List<Chapter> chapters,
      @Nullable Artwork picture,
      byte[] waveform)
      throws IOException {
    String baseName = plan.baseName(planned);
    Show show = plan.show();
    Credits credits =
        new Credits(
            planned.script().episode().title(),
            show.author(),
            show.language(),
            show.distribution().privatePath() != null);
    List<CompanionFile> companions = new ArrayList<>();
    if (!transcript.isEmpty()) {
      for (TranscriptForm form : TranscriptForm.values()) {
        companions.add(
            Companions.write(
                home,
                baseName,
                form == TranscriptForm.WEBVTT_WORDS ? Kind.WORDS : Kind.TRANSCRIPT,
                form.extension(),
                form.mediaType(),
                transcript.in(form, credits)));
      }
    }
    if (!chapters.isEmpty()) {
      companions.add(
          Companions.write(
              home,
              baseName,
              Kind.CHAPTERS,
              ChaptersFile.EXTENSION,
              ChaptersFile.MEDIA_TYPE,
              ChaptersFile.of(chapters)));
    }
    companions.add(
        Companions.write(
            home, baseName, Kind.WAVEFORM, Waveform.EXTENSION, Waveform.MEDIA_TYPE, waveform));
    if (picture != null) {
      Artwork.Format format = picture.format();
      companions.add(
          Companions.write(
              home,
              baseName,
              Kind.PICTURE,
              format.extension(),
              format.mediaType(),
              picture.bytes()));
    }
    return companions;
  }

  private Id3Tag tag(Episode episode, List<Chapter> chapters, Artwork picture) {
    Show show = plan.show();
    return new Id3Tag(
        episode.title(),
        show.author(),
        show.title(),
        episode.number(),
        LocalDate.ofInstant(episode.publishedAt(), show.timeZone()),
        show.language(),
        episode.summary(),
        "",
        show.website(),
        new Id3Tag.Cover(picture.format().mediaType(), picture.bytes()),
        chapters);
  }
}
