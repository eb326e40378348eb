package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.episode.Speech;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.relp.LPCResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class Kevin16Test {

  private static final String LINE =
      "the company found that nothing comes up without a number of other people";

  private final FreeTtsSynthesizer kevin = open(null, null, null);

  @Test
  void keepsTheVowelOfUpThatFreeTtsTurnsIntoThatOfHot() throws Exception {
    Utterance before = new OriginalKevin().process(LINE);
    Utterance after = kevin.process(SpokenTexts.of(LINE + "."));

    assertThat(phones(before)).doesNotContain("ah");
    assertThat(phones(after)).contains("ah");
    assertThat(kevin.phones(SpokenTexts.of("up hot"))).containsExactly("ah1 p", "hh aa1 t");
    assertThat(phones(after).stream().map(phone -> phone.equals("ah") ? "aa" : phone))
        .as("nothing else has changed")
        .isEqualTo(phones(before));
  }

  @Test
  void runsThePitchStraightFromTargetToTargetWhereFreeTtsJumps() throws Exception {
    double before = 0;
    double after = 0;
    List<String> lines =
        List.of(LINE, "we remember many lonely evenings", "nobody will know any more");
    for (String line : lines) {
      before += largestStepHz(new OriginalKevin().process(line)) / lines.size();
      after += largestStepHz(kevin.process(SpokenTexts.of(line + "."))) / lines.size();
    }

    assertThat(before).isGreaterThan(10);
    assertThat(after).isLessThan(6);
  }

  @Test
  void putsPitchMarksAPeriodOfTheTargetPitchApart() throws Exception {
    Utterance utterance = kevin.process(SpokenTexts.of("We talk about many things, and more."));
    int[] marks = result(utterance).getTimes();
    List<double[]> targets = new ArrayList<>();
    for (Item target = utterance.getRelation("Target").getHead();
        target != null;
        target = target.getNext()) {
      targets.add(
          new double[] {target.getFeatures().getFloat("pos"), target.getFeatures().getFloat("f0")});
    }

    for (int i = 1; i < marks.length; i++) {
      double hz = 16_000.0 / (marks[i] - marks[i - 1]);
      assertThat(hz).isCloseTo(wanted(targets, marks[i - 1] / 16_000.0), Offset.offset(2.5));
    }
  }

  @Test
  void rendersTheSamplesThatFreeTtsRenders() throws SpeechException {
    Utterance utterance = kevin.process(SpokenTexts.of("We talk about many things, and more."));
    LPCResult result = result(utterance);
    short[] samples = (short[]) utterance.getObject(EnglishVoice.SAMPLES);

    short[] expected = new short[samples.length];
    ByteBuffer.wrap(result.getWaveSamples()).asShortBuffer().get(expected);

    assertThat(samples).isEqualTo(expected);
  }

  @Test
  void clampsSamplesThatFreeTtsLetsWrap() throws SpeechException {
    FreeTtsSynthesizer shrill = open(400.0, 300.0, 100.0);
    int wrapped = 0;
    for (String line :
        List.of("Here is a podcast.", "Here are curious products.", "The essence of it is here.")) {
      Utterance utterance = shrill.process(SpokenTexts.of(line));
      short[] samples = (short[]) utterance.getObject(EnglishVoice.SAMPLES);
      short[] original = new short[samples.length];
      ByteBuffer.wrap(result(utterance).getWaveSamples()).asShortBuffer().get(original);
      for (int i = 0; i < samples.length; i++) {
        if (samples[i] != original[i]) {
          wrapped++;
          assertThat(samples[i]).isIn(Short.MIN_VALUE, Short.MAX_VALUE);
          assertThat(samples[i] < 0).isNotEqualTo(original[i] < 0);
        }
      }
    }
    assertThat(wrapped).isPositive();
  }

  @Test
  void timesWordsByThePitchPeriodsTheyAreMadeOf() throws SpeechException {
    double sum = 0;
    double largest = 0;
    int count = 0;
    for (String line :
        List.of(
            "Welcome to another episode, where we talk about things that matter to engineers.",
            "Certificates expire; keys leak; people forget!",
            "What happens if nobody rotates them, and why does it take a year to notice?",
            "Yes.")) {
      int[] marks = result(kevin.process(SpokenTexts.of(line))).getTimes();
      for (var timing : kevin.speak(SpokenTexts.of(line)).words()) {
        for (long frame : new long[] {timing.startFrame(), timing.endFrame()}) {
          long real = IntStream.of(marks).filter(mark -> mark <= frame).max().orElse(0);
          double milliseconds = (frame - real) / 16.0;
          sum += milliseconds;
          largest = Math.max(largest, milliseconds);
          count++;
        }
      }
    }

    assertThat(sum / count).isLessThan(8);
    assertThat(largest).isLessThan(15);
  }

  /** By ear, as it were: what follows a pause starts with a bang. */
  @Test
  void timesWordsWhereTheSamplesRise() throws SpeechException {
    Speech speech =
        kevin.speak(
            SpokenTexts.of(
                "Apples, oranges, apples, onions, apples, almonds, apples, olives, apples."));
    short[] samples = speech.audio().samples();

    for (var timing : speech.words()) {
      int start = (int) timing.startFrame();
      double before = rms(samples, start - 1_600, start - 800);
      assertThat(rms(samples, start + 800, start + 1_600)).isGreaterThan(8 * before);
      assertThat(rms(samples, start - 800, start - 160)).isLessThan(3 * before + 100);
    }
  }

  @Test
  void saysEveryPairOfPhonesWithoutAWordOnTheConsole() throws SpeechException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    PrintStream err = System.err;
    PrintStream out = System.out;
    System.setErr(new PrintStream(console, true, StandardCharsets.UTF_8));
    System.setOut(System.err);
    try {
      for (String first : new TreeSet<>(Voices.PHONES)) {
        StringBuilder line = new StringBuilder();
        for (String second : new TreeSet<>(Voices.PHONES)) {
          line.append("x[").append(first).append("] y[").append(second).append("], ");
        }
        kevin.process(SpokenTexts.of(line.toString().trim()));
      }
    } finally {
      System.setErr(err);
      System.setOut(out);
    }

    assertThat(console.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(kevin.phones(SpokenTexts.of("hmm[hh_m] seen[s_iy1_ng] ring[r_ng]")))
        .containsExactly("hh ax m", "s iy1 ng", "r ax ng");
  }

  @Test
  void speaksAtTheRateAskedFor() throws SpeechException {
    double usual = seconds(kevin);

    assertThat(seconds(open(150.0, null, null))).isEqualTo(usual);
    assertThat(seconds(open(75.0, null, null)) / usual).isCloseTo(2, Offset.offset(0.02));
    assertThat(seconds(open(200.0, null, null)) / usual).isCloseTo(0.75, Offset.offset(0.02));
  }

  @Test
  void speaksAtThePitchAskedFor() throws SpeechException {
    double usual = Pitch.of(speech(kevin)).meanHz();
    double higher = Pitch.of(speech(open(null, 130.0, null))).meanHz();

    assertThat(usual).isBetween(88.0, 105.0);
    assertThat(higher - usual).isCloseTo(30, Offset.offset(4.0));
  }

  @Test
  void speaksInTheRangeAskedFor() throws SpeechException {
    double flat = Pitch.of(speech(open(null, null, 0.0))).deviationHz();
    double usual = Pitch.of(speech(kevin)).deviationHz();
    double lively = Pitch.of(speech(open(null, null, 22.0))).deviationHz();

    assertThat(usual).isGreaterThan(flat + 2);
    assertThat(lively / usual).isBetween(1.5, 2.5);
  }

  @Test
  void raisesItsVoiceAtTheEndOfAYesNoQuestionOnly() throws SpeechException {
    double statement = endHz("This is ready.");

    assertThat(endHz("Is this ready?")).isGreaterThan(statement + 15);
    assertThat(endHz("And what is ready?")).isLessThan(statement + 5);
  }

  @Test
  void pausesAtPunctuation() throws SpeechException {
    Speech with = kevin.speak(SpokenTexts.of("Keys, tokens; names: all of them. Gone!"));
    Speech without = kevin.speak(SpokenTexts.of("Keys tokens names all of them gone"));

    assertThat(gaps(with)).containsExactly(true, true, true, false, false, true);
    assertThat(gaps(without)).containsOnly(false);
  }

  private static List<Boolean> gaps(Speech speech) {
    return IntStream.range(1, speech.words().size())
        .mapToObj(
            i -> speech.words().get(i).startFrame() - speech.words().get(i - 1).endFrame() > 1_600)
        .toList();
  }

  private double endHz(String line) throws SpeechException {
    Utterance utterance = kevin.process(SpokenTexts.of(line));
    return utterance.getRelation("Target").getTail().getFeatures().getFloat("f0");
  }

  private static Speech speech(FreeTtsSynthesizer voice) throws SpeechException {
    return voice.speak(
        SpokenTexts.of("Many long evenings we remember all our lonely years and lovely moments."));
  }

  private static double seconds(FreeTtsSynthesizer voice) throws SpeechException {
    return speech(voice).audio().frameCount() / 16_000.0;
  }

  private static FreeTtsSynthesizer open(Double rateWpm, Double pitchHz, Double rangeHz) {
    return Voices.open(new VoiceSettings("kevin16", rateWpm, pitchHz, rangeHz));
  }

  private static LPCResult result(Utterance utterance) {
    return (LPCResult) utterance.getObject("target_lpcres");
  }

  private static List<String> phones(Utterance utterance) {
    List<String> phones = new ArrayList<>();
    for (Item segment = utterance.getRelation("Segment").getHead();
        segment != null;
        segment = segment.getNext()) {
      phones.add(segment.toString());
    }
    return phones;
  }

  private static double largestStepHz(Utterance utterance) {
    int[] marks = result(utterance).getTimes();
    double largest = 0;
    for (int i = 2; i < marks.length; i++) {
      double before = 16_000.0 / (marks[i - 1] - marks[i - 2]);
      double after = 16_000.0 / (marks[i] - marks[i - 1]);
      largest = Math.max(largest, Math.abs(after - before));
    }
    return largest;
  }

  private static double wanted(List<double[]> targets, double time) {
    for (int i = 1; i < targets.size(); i++) {
      double[] from = targets.get(i - 1);
      double[] to = targets.get(i);
      if (time <= to[0]) {
        return from[1] + (to[1] - from[1]) * (time - from[0]) / (to[0] - from[0]);
      }
    }
    return targets.get(targets.size() - 1)[1];
  }

  private static double rms(short[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
