package com.kaizencast.audio;

import static org.assertj.core.api.Assertions.assertThat;

import com.kaizencast.episode.PcmAudio;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WaveformTest {

  @TempDir private Path temp;

  private JsonNode waveform(short... samples) throws Exception {
    try (Recording recording = Recording.create(temp, 16_000)) {
      recording.append(new PcmAudio(16_000, samples));
      return JsonMapper.shared().readTree(Waveform.of(recording));
    }
  }

  @Test
  void holdsTheLowestAndHighestSampleOfEachStretch() throws Exception {
    short[] samples = new short[480 * 100];
    samples[250] = 32_767;
    samples[299] = -32_768;
    samples[300] = 12_800;
    samples[samples.length - 1] = -256;

    JsonNode waveform = waveform(samples);

    assertThat(waveform.get("version").asInt()).isEqualTo(2);
    assertThat(waveform.get("channels").asInt()).isEqualTo(1);
    assertThat(waveform.get("bits").asInt()).isEqualTo(8);
    assertThat(waveform.get("sample_rate").asInt()).isEqualTo(16_000);
    assertThat(waveform.get("samples_per_pixel").asInt()).isEqualTo(100);
    assertThat(waveform.get("length").asInt()).isEqualTo(480);
    int[] data =
        IntStream.range(0, waveform.get("data").size())
            .map(i -> waveform.get("data").get(i).asInt())
            .toArray();
    int[] expected = new int[960];
    expected[4] = -128;
    expected[5] = 127;
    expected[7] = 50;
    expected[958] = -1;
    assertThat(data).isEqualTo(expected);
  }

  @Test
  void endsWithTheRecordingWhateverItsLength() throws Exception {
    for (int frames : new int[] {1, 479, 480, 481, 100_003}) {
      short[] samples = new short[frames];
      Arrays.fill(samples, (short) 512);

      JsonNode waveform = waveform(samples);

      int length = waveform.get("length").asInt();
      int step = waveform.get("samples_per_pixel").asInt();
      assertThat(length).isBetween(1, 480);
      assertThat((long) length * step).isBetween((long) frames, (long) frames + step - 1);
      assertThat(waveform.get("data")).hasSize(2 * length).allMatch(n -> n.asInt() == 2);
    }
  }

  @Test
  void isEmptyForARecordingOfNothing() throws Exception {
    assertThat(waveform().get("data")).isEmpty();
  }
}
