package com.kaizencast.speech.clustergen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A golden file: what {@code src/test/c/golden.c} has written of Flite's work on a text. */
record Golden(List<String> lines) {

  static final Path FOLDER = Path.of("src/test/resources/speech/clustergen");

  static Golden read(String name) {
    try {
      return new Golden(Files.readAllLines(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fields of the lines of one kind. */
  List<String[]> lines(String kind) {
    return lines.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1).split(" "))
        .toList();
  }

  Sentence sentence() {
    Sentence.Builder sentence = Sentence.builder();
    for (String line : lines) {
      String[] part = line.split(" ");
      switch (part[0]) {
        case "phrase" -> sentence.phrase(part[1]);
        case "word" -> sentence.word(part[1]);
        case "syllable" -> sentence.syllable(part[1].equals("1"), part[2].equals("1"));
        case "phone" -> sentence.phone(part[1]);
        case "pause" -> sentence.pause(part[1]);
        default -> {}
      }
    }
    return sentence.build();
  }

  /** The column of numbers in the lines of one kind. */
  float[] numbers(String kind, int column) {
    List<Float> numbers = new ArrayList<>();
    lines(kind).forEach(fields -> numbers.add(Float.parseFloat(fields[column])));
    float[] array = new float[numbers.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = numbers.get(i);
    }
    return array;
  }
}
