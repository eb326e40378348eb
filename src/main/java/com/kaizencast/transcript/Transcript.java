package com.kaizencast.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.BlockRole;
import java.util.List;

/**
 * The author's words with the times at which they are heard, in all forms of {@link
 * TranscriptForm}. All forms come from the same cues and the same times, cut to milliseconds.
 *
 * <p>Words that are said and not shown are in none of them; words that are shown and not said stand
 * with the word before them.
 */
public final class Transcript {

  /** Characters on a line of WebVTT (podcast namespace, transcripts). */
  private static final int VTT_LINE = 65;

  private final List<Sentence> sentences;
  private final List<Cue> cues;

  private Transcript(List<Sentence> sentences, List<Cue> cues) {
    this.sentences = sentences;
    this.cues = cues;
  }

  /**
   * The transcript of a recording.
   *
   * @param texts in the order in which they are heard
   * @param frameCount length of the recording
   */
  public static Transcript of(List<TimedText> texts, int sampleRateHz, long frameCount) {
    if (!texts.isEmpty() && texts.get(texts.size() - 1).endFrame() > frameCount) {
      throw new IllegalArgumentException("words after the end of the recording: " + frameCount);
    }
    List<Sentence> sentences = Sentence.of(texts, sampleRateHz);
    return new Transcript(sentences, CueSheet.of(sentences, frameCount * 1000 / sampleRateHz));
  }

  /** Whether nothing of the recording is shown; there is no use in publishing that. */
  public boolean isEmpty() {
    return cues.isEmpty();
  }

  /** The transcript in one of its forms, UTF-8. */
  public byte[] in(TranscriptForm form, Credits credits) {
    String text =
        switch (form) {
          case WEBVTT -> webVtt(credits, false);
          case WEBVTT_WORDS -> webVtt(credits, true);
          case SUBRIP -> subRip();
          case JSON -> json(credits);
          case HTML -> html(credits);
        };
    return text.getBytes(UTF_8);
  }

  /** WebVTT: The Web Video Text Tracks Format, section 4. */
  private String webVtt(Credits credits, boolean withWords) {
    String speaker = Markup.escaped(ShownText.clean(credits.speaker()));
    String voice = speaker.isEmpty() ? "" : "<v " + speaker + ">";
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    for (Cue cue : cues) {
      vtt.append('\n')
          .append(Clock.full(cue.startMs(), '.'))
          .append(" --> ")
          .append(Clock.full(cue.endMs(), '.'))
          .append('\n')
          .append(voice);
      boolean isOneLine =
          voice.length() + Markup.escaped(Piece.text(cue.pieces())).length() <= VTT_LINE;
      long last = cue.startMs();
      for (int i = 0; i < cue.pieces().size(); i++) {
        Piece piece = cue.pieces().get(i);
        if (i == cue.second() && !isOneLine) {
          vtt.append('\n');
        } else if (i > 0 && !piece.isGlued()) {
          vtt.append(' ');
        }
        if (withWords
            && piece.opensWord()
            && piece.startMs() > last
            && piece.startMs() < cue.endMs()) {
          last = piece.startMs();
          vtt.append('<').append(Clock.full(last, '.')).append('>');
        }
        vtt.append(Markup.escaped(piece.text()));
      }
      vtt.append('\n');
    }
    return vtt.toString();
  }

  private String subRip() {
    StringBuilder srt = new StringBuilder();
    int number = 1;
    for (Cue cue : cues) {
      srt.append(number > 1 ? "\n" : "")
          .append(number)
          .append('\n')
          .append(Clock.full(cue.startMs(), ','))
          .append(" --> ")
          .append(Clock.full(cue.endMs(), ','))
          .append('\n');
      for (List<Piece> line : cue.lines()) {
        // The format has no escapes, and this is the mark of a line of times.
        srt.append(Piece.text(line).replace("-->", "→")).append('\n');
      }
      number++;
    }
    return srt.toString();
  }

  /** Podcast namespace, transcripts, JSON: a segment for each word. */
  private String json(Credits credits) {
    String clean = ShownText.clean(credits.speaker());
    String speaker = clean.isEmpty() ? "" : "\"speaker\": " + Markup.quoted(clean) + ", ";
    StringBuilder json = new StringBuilder("{\n  \"version\": \"1.0.0\",\n  \"segments\": [");
    String separator = "\n";
    for (Sentence sentence : sentences) {
      for (TimedWord word : sentence.words()) {
        json.append(separator)
            .append("    {")
            .append(speaker)
            .append("\"startTime\": ")
            .append(Clock.seconds(word.startMs()))
            .append(", \"endTime\": ")
            .append(Clock.seconds(word.endMs()))
            .append(", \"body\": ")
            .append(Markup.quoted(word.text()))
            .append('}');
        separator = ",\n";
      }
    }
    return json.append("\n  ]\n}\n").toString();
  }

  /**
   * Podcast namespace, transcripts, HTML: {@code cite}, {@code time} and {@code p}, all of them
   * children of the body, headings too, because readers look for nothing else. Some of them tell
   * HTML from other forms by a comment in front.
   */
  private String html(Credits credits) {
    String title = Markup.escaped(ShownText.clean(credits.title()));
    String speaker = Markup.escaped(ShownText.clean(credits.speaker()));
    StringBuilder html =
        new StringBuilder("<!-- Transcript -->\n<!DOCTYPE html>\n<html lang=\"")
            .append(Markup.escaped(credits.language()).replace("\"", "&quot;"))
            .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .append(credits.isPrivate() ? "<meta name=\"robots\" content=\"noindex\">\n" : "")
            .append("<title>")
            .append(title)
            .append("</title>\n<style>\n")
            .append("body { max-width: 40em; margin: 2em auto; padding: 0 1em;")
            .append(" font: 1.1em/1.5 sans-serif; }\n")
            .append("time { float: right; margin-left: 1em; color: #666; }\n")
            .append("[role=heading] { font-weight: bold; font-size: 1.2em; }\n")
            .append("</style>\n</head>\n<body>\n<h1 dir=\"auto\">")
            .append(title)
            .append("</h1>\n");
    if (!speaker.isEmpty()) {
      html.append("<cite dir=\"auto\">").append(speaker).append(":</cite>\n");
    }
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      if (sentence.startsParagraph()) {
        html.append(i > 0 ? "</p>\n" : "")
            .append("<time datetime=\"PT")
            .append(Clock.seconds(sentence.startMs()))
            .append("S\">")
            .append(Clock.brief(sentence.startMs()))
            .append("</time>\n<p")
            .append(
                sentence.role() == BlockRole.HEADING ? " role=\"heading\" aria-level=\"2\"" : "")
            .append(" dir=\"auto\">");
      } else {
        html.append(' ');
      }
      String separator = "";
      for (TimedWord word : sentence.words()) {
        html.append(separator).append(Markup.escaped(word.text()));
        separator = " ";
      }
    }
    return html.append(sentences.isEmpty() ? "" : "</p>\n").append("</body>\n</html>\n").toString();
  }
}
