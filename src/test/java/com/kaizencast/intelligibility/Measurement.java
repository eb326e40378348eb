package com.kaizencast.intelligibility;

import com.kaizencast.audio.EpisodeFile;
import com.kaizencast.audio.ffmpeg.Ffmpeg;
import com.kaizencast.episode.Show;
import com.kaizencast.intelligibility.Passages.Passage;
import com.kaizencast.intelligibility.WordErrors.Slip;
import com.kaizencast.narration.Narrator;
import com.kaizencast.script.LexiconReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Word error rates of all readers on all passages. */
public final class Measurement {

  private final Path folder;
  private final Listener listener;
  private final @Nullable Shelf shelf;
  private final Show show = Passages.show();
  private final List<Passage> passages;

  /**
   * @param folder for sound files, what was heard in them, and the lists of slips
   * @param kinds only passages whose kind begins so; empty for all
   * @param shelf a filter to try with rms, like {@code bass:-6}; empty: none
   */
  public Measurement(Path folder, Listener listener, String kinds, String shelf) throws Exception {
    this.shelf = shelf.isEmpty() ? null : Shelf.of(shelf);
    this.passages =
        Passages.all().stream().filter(passage -> passage.kind().startsWith(kinds)).toList();
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    this.listener = listener;
  }

  /** The table, in Markdown; percent of words misheard. */
  public String table() throws Exception {
    Narrator narrator = new Narrator(LexiconReader.read(Path.of("")));
    EpisodeFile files = new EpisodeFile(Ffmpeg.bundled(folder.resolve("ffmpeg")), folder);
    List<String> rows = new ArrayList<>();
    for (Reader reader : Reader.all(show, narrator, shelf)) {
      Map<String, WordErrors> errors = new LinkedHashMap<>();
      for (Passage passage : passages) {
        List<String> heard = listener.hear(reader.read(passage, show, files, folder));
        errors.merge(passage.kind(), WordErrors.of(passage.said(), heard), WordErrors::and);
      }
      errors.merge(
          "all", errors.values().stream().reduce(WordErrors::and).orElseThrow(), (a, b) -> b);
      if (rows.isEmpty()) {
        rows.add(row("percent of words misheard", errors.keySet(), kind -> kind));
        rows.add(row("---", errors.keySet(), kind -> "---:"));
      }
      rows.add(
          row(
              reader.name(),
              errors.keySet(),
              kind -> String.format(Locale.ROOT, "%.1f", errors.get(kind).percent())));
      errors.forEach((kind, of) -> writeSlips(reader.name() + " " + kind, of));
    }
    rows.addAll(words());
    return String.join("\n", rows);
  }

  /** How many words there are, and how many of them the recogniser cannot hear. */
  private List<String> words() throws Exception {
    Map<String, List<String>> said = new LinkedHashMap<>();
    for (Passage passage : passages) {
      said.computeIfAbsent(passage.kind(), kind -> new ArrayList<>()).addAll(passage.said());
    }
    said.put("all", said.values().stream().flatMap(List::stream).toList());
    Set<String> known = Listener.dictionary();
    return List.of(
        row("words", said.keySet(), kind -> Integer.toString(said.get(kind).size())),
        row(
            "not in the recogniser's dictionary",
            said.keySet(),
            kind ->
                Long.toString(
                    said.get(kind).stream().filter(word -> !known.contains(word)).count())));
  }

  private static String row(String name, Set<String> kinds, Function<String, String> cell) {
    return kinds.stream().map(cell).collect(Collectors.joining(" | ", "| " + name + " | ", " |"));
  }

  /** What was heard otherwise, most frequent first: where to look for a misreading. */
  private void writeSlips(String name, WordErrors errors) {
    Map<Slip, Long> counts =
        errors.slips().stream()
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    String lines =
        counts.entrySet().stream()
            .sorted(Map.Entry.<Slip, Long>comparingByValue().reversed())
            .map(e -> e.getValue() + "\t" + e.getKey().said() + "\t" + e.getKey().heard() + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(
          folder.resolve(name.replaceAll("[^A-Za-z0-9]+", "-") + ".slips.tsv"), lines);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
