package com.kaizencast.audio.ffmpeg;

import com.kaizencast.audio.AudioEncoder;
import com.kaizencast.audio.Loudness;
import com.kaizencast.audio.Mp3Info;
import com.kaizencast.audio.PcmSource;
import com.kaizencast.episode.PcmAudio;
import com.kaizencast.episode.ToolException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ws.schild.jave.process.ProcessLocator;
import ws.schild.jave.process.ProcessWrapper;

/**
 * LAME within ffmpeg, one process for each file, fed through its standard input; and a reader of
 * the host's music. Safe for use by several threads.
 */
public final class Ffmpeg implements AudioEncoder {

  static final String TOOL = "ffmpeg";

  /** Bit rates of MPEG-1 Layer III. */
  private static final List<Integer> BIT_RATES_KBPS =
      List.of(32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320);

  private static final int OUTPUT_HZ = 44_100;

  /** By how much the length may be off: versions of the resampler end differently. */
  private static final int TOLERANCE_SAMPLES = 64;

  private static final Duration STALL = Duration.ofSeconds(30);

  private final FfmpegBinary binary;
  private final Duration stall;

  Ffmpeg(FfmpegBinary binary, Duration stall) {
    this.binary = binary;
    this.stall = stall;
  }

  /**
   * The ffmpeg that comes with this program.
   *
   * @param privateFolder where it is unpacked when first needed; made if it is not there; nobody
   *     else may own it
   */
  public static Ffmpeg bundled(Path privateFolder) {
    return new Ffmpeg(new BundledFfmpeg(privateFolder), STALL);
  }

  /** An ffmpeg with libmp3lame that the host installed. */
  public static Ffmpeg system(Path program) {
    return new Ffmpeg(new SystemFfmpeg(program), STALL);
  }

  @Override
  public String identity() throws ToolException {
    return "ffmpeg " + binary.identity();
  }

  /** LAME scales its input at the lower bit rates, so as not to clip. */
  @Override
  public double levelChangeDb(int bitRateKbps) {
    double scale =
        bitRateKbps <= 160 ? 0.95 : bitRateKbps <= 192 ? 0.97 : bitRateKbps <= 224 ? 0.98 : 1;
    return 20 * StrictMath.log10(scale);
  }

  /** Half a decibel more than the worst that was measured on speech. */
  @Override
  public double overshootDb(int bitRateKbps) {
    return bitRateKbps < 64 ? 3 : bitRateKbps < 96 ? 1.6 : 1;
  }

  @Override
  public Mp3Info encode(PcmSource samples, int bitRateKbps, Path output)
      throws ToolException, IOException, InterruptedException {
    if (!BIT_RATES_KBPS.contains(bitRateKbps)) {
      throw new IllegalArgumentException(
          "no bit rate of MPEG-1 Layer III: " + bitRateKbps + "; there are " + BIT_RATES_KBPS);
    }
    String program = binary.executable().toString();
    ProcessLocator locator = () -> program;
    ProcessWrapper process = locator.createExecutor();
    Path target = output.toAbsolutePath();
    arguments(samples.sampleRateHz(), bitRateKbps, target).forEach(process::addArgument);
    boolean isDone = false;
    try {
      EncoderRun.End end = new EncoderRun(process, samples, target).await(stall);
      if (end.exitCode() != 0) {
        throw failure("ended with exit code " + end.exitCode(), end.said(), null);
      }
      Mp3Info info = verify(target, samples, bitRateKbps, end.said());
      isDone = true;
      return info;
    } finally {
      if (!isDone) {
        Files.deleteIfExists(target);
      }
    }
  }

  /** How loud a file is, as the program itself measures it. */
  public Loudness loudness(Path file) throws ToolException, IOException, InterruptedException {
    return new Probe(binary.executable()).loudness(file);
  }

  /**
   * Makes a second of silence into a file below the system's temporary folder, and deletes it.
   *
   * @return the first line of what the program says of itself
   * @throws ToolException if it can't do what is needed of it
   */
  public String tried() throws ToolException, IOException, InterruptedException {
    String version = new Probe(binary.executable()).version();
    Path file = Files.createTempFile("kaizencast", ".mp3");
    try {
      encode(new Silence(OUTPUT_HZ), 64, file);
    } finally {
      Files.deleteIfExists(file);
    }
    return version;
  }

  /** A second of it. */
  private static final class Silence implements PcmSource {

    private final int sampleRateHz;
    private int left;

    Silence(int sampleRateHz) {
      this.sampleRateHz = sampleRateHz;
      this.left = sampleRateHz;
    }

    @Override
    public int sampleRateHz() {
      return sampleRateHz;
    }

    @Override
    public long frameCount() {
      return sampleRateHz;
    }

    @Override
    public int next(short[] block) {
      int count = Math.min(left, block.length);
      Arrays.fill(block, 0, count, (short) 0);
      left -= count;
      return count;
    }
  }

  /**
   * The sound of a file of any usual kind, rate and number of channels, as mono.
   *
   * @param most how much of it is wanted at most
   * @param tempFolder for the samples in the making
   * @throws UnreadableAudioException if the file is no audio that can be read
   * @throws ToolException if ffmpeg itself fails
   */
  public PcmAudio decode(Path audio, int sampleRateHz, Duration most, Path tempFolder)
      throws UnreadableAudioException, ToolException, IOException, InterruptedException {
    String program = binary.executable().toString();
    ProcessLocator locator = () -> program;
    ProcessWrapper process = locator.createExecutor();
    Path target = Files.createTempFile(tempFolder, "decoded", ".part").toAbsolutePath();
    try {
      List.of(
              "-hide_banner",
              "-nostdin",
              "-nostats",
              "-loglevel",
              "error",
              "-y", //
              // Nothing that only names other files or addresses.
              "-protocol_whitelist",
              "file",
              "-format_whitelist",
              "aac,aiff,flac,matroska,mov,mp3,ogg,wav,w64",
              "-i",
              "file:" + audio.toAbsolutePath(),
              "-map",
              "0:a:0",
              "-t",
              most.toMillis() + "ms",
              "-ac",
              "1",
              "-ar",
              Integer.toString(sampleRateHz), //
              "-threads",
              "1",
              "-filter_threads",
              "1",
              "-bitexact",
              "-f",
              "s16le",
              outputArgument(target))
          .forEach(process::addArgument);
      PcmSource nothing = new Nothing(sampleRateHz, most.toSeconds() * sampleRateHz);
      EncoderRun.End end = new EncoderRun(process, nothing, target).await(stall);
      byte[] bytes = Files.readAllBytes(target);
      if (end.exitCode() != 0 || bytes.length < Short.BYTES) {
        throw new UnreadableAudioException(end.said());
      }
      short[] samples = new short[bytes.length / Short.BYTES];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
      return new PcmAudio(sampleRateHz, samples);
    } finally {
      Files.deleteIfExists(target);
    }
  }

  /** What is fed to a run that reads from elsewhere; its length is how long the run may take. */
  private record Nothing(int sampleRateHz, long frameCount) implements PcmSource {
    @Override
    public int next(short[] block) {
      return 0;
    }
  }

  private static List<String> arguments(int sampleRateHz, int bitRateKbps, Path output) {
    return List.of(
        "-hide_banner",
        "-nostdin",
        "-nostats",
        "-loglevel",
        "error",
        "-y", //
        "-f",
        "s16le",
        "-ar",
        Integer.toString(sampleRateHz),
        "-ac",
        "1",
        "-i",
        "pipe:0", //
        "-c:a",
        "libmp3lame",
        "-b:a",
        bitRateKbps + "k",
        "-ar",
        Integer.toString(OUTPUT_HZ), //
        "-compression_level",
        "5",
        "-threads",
        "1",
        "-filter_threads",
        "1", //
        "-fflags",
        "+bitexact",
        "-flags:a",
        "+bitexact",
        "-map_metadata",
        "-1", //
        "-id3v2_version",
        "0",
        "-write_xing",
        "1",
        "-f",
        "mp3",
        outputArgument(output));
  }

  /** With its protocol, so that no name is taken for an option or an address. */
  static String outputArgument(Path output) {
    return "file:" + output;
  }

  private static Mp3Info verify(Path output, PcmSource samples, int bitRateKbps, String said)
      throws IOException, ToolException {
    if (!Files.exists(output)) {
      throw failure("ended well but made no file", said, null);
    }
    Mp3Info info = Mp3Info.read(output);
    if (info.defect() != null) {
      throw failure("ended well but made a broken file: " + info.defect(), said, null);
    }
    if (info.sampleRateHz() != OUTPUT_HZ
        || info.channels() != 1
        || info.bitRateKbps() != bitRateKbps
        || !info.isConstantBitRate()) {
      throw failure("made another kind of MP3 than it was asked for: " + info, said, null);
    }
    long expected =
        (samples.frameCount() * OUTPUT_HZ + samples.sampleRateHz() - 1) / samples.sampleRateHz();
    if (Math.abs(info.sampleCount() - expected) > TOLERANCE_SAMPLES) {
      throw failure(
          String.format(
              Locale.ROOT,
              "made a file of another length: %d samples, not %d",
              info.sampleCount(),
              expected),
          said,
          null);
    }
    return info;
  }

  /** A failure that another try may not meet. */
  static ToolException failure(String what, String said, @Nullable Throwable cause) {
    return new ToolException(TOOL, said.isEmpty() ? what : what + "\n" + said, true, cause);
  }
}
