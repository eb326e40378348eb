package com.kaizencast.speech.freetts;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.OutsideJudge;
import com.kaizencast.episode.Show.VoiceSettings;
import com.kaizencast.speech.SpeechException;
import com.kaizencast.speech.SpokenTexts;
import com.kaizencast.speech.clustergen.VoiceFolder;
import com.sun.speech.freetts.Item;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the installed Flite, whose voices these are, makes of 250 sentences. Where both say the same
 * phones their samples are equal one by one. Where they do not, {@code differences.tsv} says why:
 * number of the sentence, number of phones, word, reason.
 */
class FliteOracleTest {

  private static final Path FOLDER = Path.of("src/test/resources/speech/clustergen");

  /** The number of phones that may differ. Only ever lowered. */
  private static final int BUDGET = 25;

  /** Segments before the samples in a file of Flite's. */
  private static final int WAVE_HEADER = 44;

  private static final Pattern SEGMENT = Pattern.compile("([a-z]+):[0-9.]+");

  private record Said(List<String> phones, short[] samples) {}

  @Test
  void saysWhatFliteSaysSampleBySample(@TempDir Path temp) throws Exception {
    OutsideJudge flite = new OutsideJudge("flite", "flite").required();
    List<String> sentences = Files.readAllLines(FOLDER.resolve("sentences.txt"));
    List<Said> theirs = fliteSays(flite, "rms", sentences, temp);
    FreeTtsSynthesizer rms = Voices.open(new VoiceSettings("rms", null, null, null));

    Map<String, Integer> differences = new TreeMap<>();
    int equal = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Said ours = say(rms, sentences.get(i));
      if (ours.phones.equals(theirs.get(i).phones)) {
        assertThat(ours.samples)
            .as("sentence %d: %s", i + 1, sentences.get(i))
            .isEqualTo(theirs.get(i).samples);
        equal++;
      } else {
        differences.put(sentences.get(i), distance(ours.phones, theirs.get(i).phones));
      }
    }

    assertThat(differences).isEqualTo(explained());
    assertThat(differences.values().stream().mapToInt(phones -> phones).sum())
        .isLessThanOrEqualTo(BUDGET);
    assertThat(equal).isGreaterThanOrEqualTo(229);
  }

  /** The voices a host can add have no model of intonation. */
  @ParameterizedTest
  @ValueSource(strings = {"slt", "awb"})
  void speaksWithTheOtherVoicesOfFlite(String name, @TempDir Path temp) throws Exception {
    OutsideJudge flite = new OutsideJudge("flite", "flite").required();
    List<String> sentences = Files.readAllLines(FOLDER.resolve("sentences.txt")).subList(50, 58);
    List<Said> theirs = fliteSays(flite, name, sentences, temp);
    VoiceFolder folder = new VoiceFolder(temp.resolve("voices"));

    assertThat(folder.addFromFlite(name).name()).isEqualTo("cmu_us_" + name);
    FreeTtsSynthesizer voice = Voices.open(new VoiceSettings(name, null, null, null), folder);

    for (int i = 0; i < sentences.size(); i++) {
      Said ours = say(voice, sentences.get(i));
      assertThat(ours.phones).as(sentences.get(i)).isEqualTo(theirs.get(i).phones);
      assertThat(ours.samples).as(sentences.get(i)).isEqualTo(theirs.get(i).samples);
    }
  }

  /** The command in NOTICE makes the voice that comes with the program. */
  @Test
  void theVoiceRmsIsWhatFliteWrites(@TempDir Path temp) throws Exception {
    OutsideJudge flite = new OutsideJudge("flite", "flite").required();
    Path dump = temp.resolve("rms.flitevox");

    flite.askOk("-voice", "rms", "-voicedump", dump.toString(), "-t", "a", "-o", "none");

    assertThat(dump)
        .hasSameBinaryContentAs(
            Path.of("src/main/resources/com/kaizencast/speech/clustergen/rms.flitevox"));
  }

  private static List<Said> fliteSays(
      OutsideJudge flite, String voice, List<String> sentences, Path temp) throws Exception {
    List<Callable<Said>> asking = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      Path wave = temp.resolve(voice + i + ".wav");
      asking.add(
          () -> {
            String said =
                flite.askOk("-voice", voice, "-psdur", "-t", sentence, "-o", wave.toString());
            List<String> phones = new ArrayList<>();
            for (Matcher segment = SEGMENT.matcher(said); segment.find(); ) {
              phones.add(segment.group(1));
            }
            return new Said(phones, samples(wave));
          });
    }
    List<Said> answers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Said> answer : threads.invokeAll(asking)) {
        answers.add(answer.get());
      }
    } finally {
      threads.shutdownNow();
    }
    return answers;
  }

  private static short[] samples(Path wave) throws IOException {
    byte[] bytes = Files.readAllBytes(wave);
    ByteBuffer data =
        ByteBuffer.wrap(bytes, WAVE_HEADER, bytes.length - WAVE_HEADER)
            .order(ByteOrder.LITTLE_ENDIAN);
    short[] samples = new short[data.remaining() / 2];
    data.asShortBuffer().get(samples);
    return samples;
  }

  private static Said say(FreeTtsSynthesizer voice, String sentence) throws SpeechException {
    List<String> phones = new ArrayList<>();
    for (Item segment = voice.process(SpokenTexts.of(sentence)).getRelation("Segment").getHead();
        segment != null;
        segment = segment.getNext()) {
      phones.add(segment.toString());
    }
    return new Said(phones, voice.speak(SpokenTexts.of(sentence)).audio().samples());
  }

  private static Map<String, Integer> explained() throws IOException {
    List<String> sentences = Files.readAllLines(FOLDER.resolve("sentences.txt"));
    Map<String, Integer> explained = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("differences.tsv"))) {
      String[] cell = line.split("\t");
      assertThat(cell).as(line).hasSize(4).doesNotContain("");
      explained.put(sentences.get(Integer.parseInt(cell[0]) - 1), Integer.parseInt(cell[1]));
    }
    return explained;
  }

  /** Phones to change, add or take away to get from one to the other. */
  private static int distance(List<String> from, List<String> to) {
    int[] row = new int[to.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.get(i - 1).equals(to.get(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.size()];
  }
}
