package com.kaizencast.narration.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the package's resources: a line a row, columns divided by tabs, {@code #} at the start
 * of a comment.
 */
public record Table(List<List<String>> rows) {

  /** Reads {@code NAME.tsv}; every row has this many columns, missing ones at its end are empty. */
  public static Table read(String name, int columns) {
    String file = "/com/kaizencast/narration/" + name + ".tsv";
    List<List<String>> rows = new ArrayList<>();
    try (InputStream bytes = Table.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("# ") || line.equals("#")) {
          continue;
        }
        List<String> row = new ArrayList<>(List.of(line.split("\t", -1)));
        if (row.size() > columns) {
          throw new IllegalStateException(file + ":" + number + ": more than " + columns);
        }
        while (row.size() < columns) {
          row.add("");
        }
        rows.add(List.copyOf(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Table(List.copyOf(rows));
  }

  /** The second column by the first. */
  public Map<String, String> asMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (List<String> row : rows) {
      if (map.put(row.get(0), row.get(1)) != null) {
        throw new IllegalStateException("two rows for '" + row.get(0) + "'");
      }
    }
    return map;
  }
}
