package com.kaizencast.audio;

import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.file.Path;

/** Makes MP3 files of samples. */
public interface AudioEncoder {

  /**
   * What decides the bytes this encoder makes, as a line of text: equal identities make equal
   * bytes. Asking for it starts no process.
   */
  String identity() throws ToolException;

  /** How much louder, in dB, what it makes is than what goes in. */
  double levelChangeDb(int bitRateKbps);

  /** How far, in dB, the peaks of what it makes may rise above those of what goes in besides. */
  double overshootDb(int bitRateKbps);

  /**
   * Encodes to 44.1 kHz mono at a constant bit rate, without any tag, and checks the result: its
   * frames are complete and decode to the length of what went in.
   *
   * @param output is overwritten; deleted again if this fails
   * @throws ToolException if the encoder fails, hangs, or makes anything but the expected file
   * @throws IOException if the samples cannot be read
   * @throws InterruptedException if this thread is interrupted; the encoder is then stopped
   */
  Mp3Info encode(PcmSource samples, int bitRateKbps, Path output)
      throws ToolException, IOException, InterruptedException;
}
