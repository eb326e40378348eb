package com.kaizencast.intelligibility;

import com.kaizencast.episode.PcmAudio;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.audio.AudioPlayer;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;

/** FreeTTS's kevin16 as it comes, reading raw text. */
final class RawKevin {

  private RawKevin() {}

  static PcmAudio speak(String text) {
    Voice voice =
        Stream.of(new KevinVoiceDirectory().getVoices())
            .filter(candidate -> candidate.getName().equals("kevin16"))
            .findFirst()
            .orElseThrow();
    Memory memory = new Memory();
    // With a queue allocation starts no thread; without one speech is rendered in this thread.
    voice.setOutputQueue(new OutputQueue());
    voice.setAudioPlayer(memory);
    voice.allocate();
    voice.setOutputQueue(null);
    if (!voice.speak(text)) {
      throw new IllegalStateException("FreeTTS lost a part of the text");
    }
    voice.deallocate();
    byte[] bytes = memory.bytes.toByteArray();
    short[] samples = new short[bytes.length / Short.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.BIG_ENDIAN).asShortBuffer().get(samples);
    return new PcmAudio(16_000, samples);
  }

  /** A player that keeps what it is given. */
  private static final class Memory implements AudioPlayer {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private AudioFormat format = new AudioFormat(16_000, 16, 1, true, true);

    @Override
    public boolean write(byte[] samples) {
      return write(samples, 0, samples.length);
    }

    @Override
    public boolean write(byte[] samples, int from, int count) {
      bytes.write(samples, from, count);
      return true;
    }

    @Override
    public void setAudioFormat(AudioFormat wanted) {
      format = wanted;
    }

    @Override
    public AudioFormat getAudioFormat() {
      return format;
    }

    @Override
    public boolean drain() {
      return true;
    }

    @Override
    public boolean end() {
      return true;
    }

    @Override
    public float getVolume() {
      return 1;
    }

    @Override
    public long getTime() {
      return 0;
    }

    @Override
    public void begin(int size) {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void reset() {}

    @Override
    public void cancel() {}

    @Override
    public void close() {}

    @Override
    public void setVolume(float volume) {}

    @Override
    public void resetTime() {}

    @Override
    public void startFirstSampleTimer() {}

    @Override
    public void showMetrics() {}
  }
}
