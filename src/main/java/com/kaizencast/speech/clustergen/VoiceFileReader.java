package com.kaizencast.speech.clustergen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files that {@code flite -voicedump} writes, version 2.0. Every count, length, index and
 * range is checked as it is read, so that a model, once made, cannot fail later.
 *
 * <p>Layout: magic; named features; voice name; state names; rate and pitch; a pitch tree and a
 * spectral tree for each state; accent and phrase trees (if any); the codebook; duration statistics
 * and tree; the states of each phone; delta window; vocoder.
 */
final class VoiceFileReader {

  private static final byte[] MAGIC =
      "CMU_FLITE_CG_VOXDATA-v2.0\0".getBytes(StandardCharsets.ISO_8859_1);

  /** Features of the head that say how many models there are of a kind, and their shape. */
  private static final List<String> ONE =
      List.of("num_dur_models", "num_param_models", "num_f0_models", "model_shape");

  private final VoiceBytes in;
  private final String sha256;
  private final Map<View, Map<String, Feature>> features = new EnumMap<>(View.class);

  VoiceFileReader(String file, byte[] bytes) {
    in = new VoiceBytes(file, bytes);
    sha256 = digest(bytes);
  }

  private record Statistics(float mean, float deviation) {}

  VoiceModel read() throws VoiceFileException {
    readMagicAndFeatures();
    String name = in.string("voice name");
    Map<String, Integer> stateIndex = readStateNames();
    in.int32("number of states again", stateIndex.size(), stateIndex.size());
    int sampleRateHz = in.int32("sample rate", 8000, 48000);
    float meanF0Hz = in.float32("mean F0", 20, 1000);
    float deviationF0Hz = in.float32("deviation of F0", 1, 1000);

    List<Tree> pitch = readTrees("pitch", stateIndex.size(), View.FRAME);
    List<Tree> spectrum = readTrees("spectral", stateIndex.size(), View.FRAME);
    Tree accentTree = null;
    Tree phraseTree = null;
    boolean hasIntonation = in.int32("intonation flag", 0, 1) == 1;
    if (hasIntonation) {
      accentTree = readTree("accent tree", View.SYLLABLE);
      phraseTree = readTree("phrase tree", View.SEGMENT);
    }

    int channels = in.int32("number of channels", 1, 4096);
    in.int32("number of frames");
    int vectors = in.count("vectors", Integer.BYTES + channels * Short.BYTES);
    char[] values = new char[vectors * channels];
    for (int i = 0; i < vectors; i++) {
      in.uint16Array("vector " + i, values, i * channels, channels);
    }
    for (Tree tree : spectrum) {
      tree.requireIndexes(in, "spectral tree", vectors);
    }
    VoiceModel.@Nullable Intonation intonation = null;
    if (accentTree != null && phraseTree != null) {
      List<float[]> accents = readAccents();
      accentTree.requireIndexes(in, "accent tree", accents.size());
      intonation = new VoiceModel.Intonation(phraseTree, accentTree, accents);
    }
    VoiceModel.Codebook codebook =
        new VoiceModel.Codebook(
            values, in.float32Array("least values", channels), in.float32Array("spans", channels));
    float frameSeconds = in.float32("frame advance", 0.001f, 0.02f);

    Map<String, Statistics> statistics = readDurationStatistics();
    Tree duration = readTree("duration tree", View.STATE);
    Map<String, List<VoiceModel.State>> phones =
        readPhones(stateIndex, pitch, spectrum, statistics);

    in.int32("parameter generation flag", 1, 1);
    float[] window = in.float32Array("dynamic window", 3);
    in.int32("size of the dynamic window", 3, 3);
    float alpha = in.float32("alpha", -0.99f, 0.99f);
    float beta = in.float32("beta", 0, 1);
    in.int32("multiple models flag", 0, 0);
    in.int32("mixed excitation flag", 1, 1);
    int bands = in.int32("number of band filters", 1, 64);
    int taps = in.int32("length of the band filters", 1, 4096);
    in.int32("number of band filters again", bands, bands);
    List<double[]> filters = new ArrayList<>();
    for (int i = 0; i < bands; i++) {
      filters.add(in.float64Array("band filter " + i, taps));
    }
    int coefficients = (channels - 4 - 2 * bands) / 4;
    if (coefficients < 2 || channels != 4 + 2 * bands + 4 * coefficients) {
      throw in.wrong(channels + " channels do not fit " + bands + " band filters");
    }
    in.int32("intonation flag again", hasIntonation ? 1 : 0, hasIntonation ? 1 : 0);
    float gain = in.float32("gain", 0, 100);
    in.end();
    return new VoiceModel(
        name,
        sha256,
        sampleRateHz,
        meanF0Hz,
        deviationF0Hz,
        frameSeconds,
        phones,
        duration,
        intonation,
        codebook,
        window,
        new VoiceModel.Vocoder(alpha, beta, List.copyOf(filters), gain));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private void readMagicAndFeatures() throws VoiceFileException {
    for (byte expected : MAGIC) {
      if (in.uint8("magic") != expected) {
        throw in.wrong("not a CMU Flite voice file of version 2.0");
      }
    }
    in.int32("byte order", 1, 1);
    List<String> missing = new ArrayList<>(ONE);
    while (true) {
      String key = in.string("name of a feature");
      String value = in.string("feature " + key);
      if (key.equals("end_of_features")) {
        break;
      }
      if (missing.remove(key) && !value.equals("1")) {
        throw in.wrong(key + " is " + value + ", only 1 is known here");
      }
    }
    if (!missing.isEmpty()) {
      throw in.wrong("feature " + missing.get(0) + " is missing");
    }
  }

  private Map<String, Integer> readStateNames() throws VoiceFileException {
    int count = in.int32("number of states", 1, 10_000);
    Map<String, Integer> names = new HashMap<>();
    for (int i = 0; i < count; i++) {
      String name = in.string("state name");
      if (names.put(name, i) != null) {
        throw in.wrong("state " + name + " is named twice");
      }
    }
    return names;
  }

  private List<Tree> readTrees(String what, int count, View start) throws VoiceFileException {
    in.int32("number of " + what + " trees", count, count);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      trees.add(readTree(what + " tree " + i, start));
    }
    return trees;
  }

  /** A tree: nodes, the yes-branch next to each, then the features that the nodes count. */
  private Tree readTree(String what, View start) throws VoiceFileException {
    int nodes = in.count("nodes of the " + what, 10);
    if (nodes == 0) {
      throw in.wrong(what + " is empty");
    }
    int[] feature = new int[nodes];
    int[] no = new int[nodes];
    float[] number = new float[nodes];
    @Nullable String[] text = new String[nodes];
    int highest = -1;
    for (int i = 0; i < nodes; i++) {
      feature[i] = in.uint8("feature of a node");
      int operator = in.int8("operator of a node");
      no[i] = in.uint16("branch of a node");
      int type = in.uint16("type of a node's value");
      switch (type) {
        case 5 -> text[i] = in.string("value of a node");
        case 3 -> number[i] = in.float32("value of a node");
        case 1 -> number[i] = in.int32("value of a node");
        default -> throw in.wrong(what + ": unknown type of value " + type);
      }
      boolean fits =
          switch (operator) {
            case -1 -> text[i] == null;
            case 0 -> text[i] != null;
            case 2 -> text[i] == null;
            default -> throw in.wrong(what + ": unknown operator " + operator);
          };
      if (!fits) {
        throw in.wrong(what + ": value does not fit operator " + operator);
      }
      if (operator == -1) {
        feature[i] = Tree.LEAF;
      } else {
        // forward only, so that every walk ends
        if (no[i] <= i + 1 || no[i] >= nodes) {
          throw in.wrong(what + ": node " + i + " branches to " + no[i] + " of " + nodes);
        }
        highest = Math.max(highest, feature[i]);
      }
    }
    if (feature[nodes - 1] != Tree.LEAF) {
      throw in.wrong(what + " does not end in a leaf");
    }
    int features = in.count("features of the " + what, Integer.BYTES + 1);
    if (highest >= features) {
      throw in.wrong(what + " asks feature " + highest + " of " + features);
    }
    Feature[] asked = new Feature[features];
    for (int i = 0; i < features; i++) {
      String path = in.string("feature of the " + what);
      asked[i] = feature(path, start, what);
    }
    for (int i = 0; i < nodes; i++) {
      if (feature[i] != Tree.LEAF) {
        Feature left = asked[feature[i]];
        if (text[i] != null ? !left.canBeEqual() : !left.canBeLess()) {
          throw in.wrong(what + ": node " + i + " asks its feature the wrong way");
        }
      }
    }
    return Tree.of(asked, feature, no, number, text);
  }

  /** Trees ask the same paths again and again. */
  private Feature feature(String path, View start, String what) throws VoiceFileException {
    Map<String, Feature> known = features.computeIfAbsent(start, view -> new HashMap<>());
    Feature feature = known.get(path);
    if (feature == null) {
      try {
        feature = Feature.of(path, start);
      } catch (IllegalArgumentException e) {
        throw in.wrong(what + " asks '" + path + "': " + e.getMessage());
      }
      known.put(path, feature);
    }
    return feature;
  }

  private List<float[]> readAccents() throws VoiceFileException {
    int width = in.int32("values of an accent", 8, 64);
    in.int32("number of accents");
    int count = in.count("accents", Integer.BYTES + width * Float.BYTES);
    List<float[]> accents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      accents.add(in.float32Array("accent " + i, width));
    }
    return List.copyOf(accents);
  }

  private Map<String, Statistics> readDurationStatistics() throws VoiceFileException {
    int count = in.count("duration statistics", 2 * Float.BYTES + Integer.BYTES + 1);
    Map<String, Statistics> statistics = new HashMap<>();
    for (int i = 0; i < count; i++) {
      Statistics one =
          new Statistics(
              in.float32("mean duration", 0, 10), in.float32("deviation of a duration", 0, 10));
      statistics.putIfAbsent(in.string("state with a duration"), one);
    }
    return statistics;
  }

  private Map<String, List<VoiceModel.State>> readPhones(
      Map<String, Integer> stateIndex,
      List<Tree> pitch,
      List<Tree> spectrum,
      Map<String, Statistics> statistics)
      throws VoiceFileException {
    int count = in.int32("number of phones", 1, 1_000);
    Map<String, List<VoiceModel.State>> phones = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      int names = in.count("states of a phone", Integer.BYTES + 1);
      if (names < 2 || names > 9) {
        throw in.wrong("a phone has " + (names - 1) + " states, expected 1 to 8");
      }
      String phone = in.string("phone");
      List<VoiceModel.State> states = new ArrayList<>();
      for (int j = 1; j < names; j++) {
        String state = in.string("state of a phone");
        Integer index = stateIndex.get(state);
        Statistics duration = statistics.get(state);
        if (index == null || duration == null) {
          throw in.wrong("state " + state + " has no trees or no duration");
        }
        states.add(
            new VoiceModel.State(
                state, pitch.get(index), spectrum.get(index), duration.mean, duration.deviation));
      }
      phones.put(phone, List.copyOf(states));
    }
    return Map.copyOf(phones);
  }
}
