package com.kaizencast.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.Show;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowSampleTest {

  private static final Pattern KEYS_OF_A_MAPPING = Pattern.compile("there are ([a-z, -]+)");

  @TempDir private Path home;

  private static String sample() throws IOException {
    try (InputStream in = ShowReader.class.getResourceAsStream("/show.sample.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** With every key that is commented out: those lines have no blank after the sign. */
  private static String uncommented() throws IOException {
    return sample()
        .lines()
        .map(line -> line.matches("#( {2,}|[a-z]).*") ? line.substring(1) : line)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void isAShowAsItIs() throws Exception {
    Reading.write(home, "scripts/show.yaml", sample());

    assertThat(ShowReader.read(home).title()).isEqualTo("The Engine Room");
  }

  @Test
  void isAShowWithAllItsKeys() throws Exception {
    Reading.write(home, "scripts/show.yaml", uncommented());

    // Technology has no subcategory, so that one line is the one that can't be there.
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> ShowReader.read(home));
    assertThat(thrown.problems())
        .singleElement()
        .asString()
        .contains("'subcategory' has to go: the category Technology has no subcategories");

    Reading.write(
        home,
        "scripts/show.yaml",
        uncommented().replace("\ncategory: Technology", "\ncategory: Education"));
    assertThat(ShowReader.read(home).category().subcategory()).isEqualTo("Self-Improvement");
  }

  @Test
  void showsTheValuesThatHoldWithoutThem() throws Exception {
    Reading.write(home, "scripts/show.yaml", sample());
    Show without = ShowReader.read(home);
    Reading.write(
        home,
        "scripts/show.yaml",
        uncommented().replace("\ncategory: Technology", "\ncategory: Education"));

    Show with = ShowReader.read(home);

    assertThat(with.explicit()).isEqualTo(without.explicit());
    assertThat(with.type()).isEqualTo(without.type());
    assertThat(with.copyright()).isEqualTo(without.copyright());
    assertThat(with.timeZone().getRules()).isEqualTo(without.timeZone().getRules());
    assertThat(with.voice().name()).isEqualTo(without.voice().name());
    assertThat(with.audio()).isEqualTo(without.audio());
    assertThat(with.sound().disclosure()).isEqualTo(without.sound().disclosure());
    assertThat(with.sound().disclosurePlace()).isEqualTo(without.sound().disclosurePlace());
    assertThat(with.tags().locked()).isEqualTo(without.tags().locked());
    assertThat(with.tags().medium()).isEqualTo(without.tags().medium());
    assertThat(with.tags().aiContent()).isEqualTo(without.tags().aiContent());
    assertThat(with.tags().podping()).isEqualTo(without.tags().podping());
    assertThat(with.distribution().pageSize()).isEqualTo(without.distribution().pageSize());
    assertThat(with.distribution().block()).isEqualTo(without.distribution().block());
    assertThat(with.distribution().complete()).isEqualTo(without.distribution().complete());
    assertThat(with.distribution().page()).isEqualTo(without.distribution().page());
    assertThat(with.nightly()).isEqualTo(without.nightly());
  }

  @Test
  void holdsEveryKeyOfTheReader() throws Exception {
    String full = uncommented().replace("\ncategory: Technology", "\ncategory: Education");
    // An unknown key in every mapping makes the reader list the keys that it knows there.
    Reading.write(home, "scripts/show.yaml", "zzzzzzzzzz: 1\n" + full);
    Collection<String> known = new TreeSet<>(keysListed());
    for (String mapping :
        List.of("owner", "voice", "location", "funding", "update-frequency", "import", "nightly")) {
      Reading.write(
          home,
          "scripts/show.yaml",
          full.replace("\n" + mapping + ":\n", "\n" + mapping + ":\n  zzzzzzzzzz: 1\n"));
      known.addAll(keysListed());
    }
    Reading.write(
        home, "scripts/show.yaml", full.replace("    role:", "    zzzzzzzzzz: 1\n    role:"));
    known.addAll(keysListed());

    Collection<String> documented = new TreeSet<>();
    Matcher key = Pattern.compile("(?m)^(?: *- )? *([a-z-]+):(?: |$)").matcher(full);
    while (key.find()) {
      documented.add(key.group(1));
    }
    assertThat(known).hasSizeGreaterThan(45);
    assertThat(documented).isEqualTo(known);
  }

  private List<String> keysListed() {
    ScriptException thrown =
        catchThrowableOfType(ScriptException.class, () -> ShowReader.read(home));
    assertThat(thrown.problems()).hasSize(1);
    Matcher keys = KEYS_OF_A_MAPPING.matcher(thrown.getMessage());
    assertThat(keys.find()).as(thrown.getMessage()).isTrue();
    return Arrays.asList(keys.group(1).split(", "));
  }
}
