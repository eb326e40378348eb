package com.kaizencast.faults;

import com.kaizencast.OutsideJudge;
import com.kaizencast.TestHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same scripts at the same time give the same bytes, whatever the machine is like. */
class SameBytesIT {

  private static final int MACHINES = Integer.getInteger("faults.machines", 2);
  private static final Instant NOW = Instant.parse("2024-06-01T03:00:00Z");

  private static final String TWO_PROCESSORS = "-XX:ActiveProcessorCount=2";

  /** What is different about a machine. */
  private record Machine(String name, Consumer<Jar> set) {}

  /** The first ones differ in many ways at once; the others, which tell which it is, in one. */
  private static final List<Machine> MACHINES_OF_ALL_KINDS =
      List.of(
          new Machine(
              "Turkish, in Tokyo, ASCII, one processor, small",
              jar ->
                  jar.with("TZ", "Asia/Tokyo")
                      .with("LANG", "C")
                      .with("LC_ALL", "C")
                      .under("sh", "-c", "umask 077; exec taskset -c 0 \"$@\"", "sh")
                      .options(
                          "-XX:ActiveProcessorCount=1",
                          "-Xmx128m",
                          "-XX:TieredStopAtLevel=1",
                          "-Duser.language=tr",
                          "-Duser.country=TR")),
          new Machine(
              "Arabic, on Chatham, Latin 1, four processors, large",
              jar ->
                  jar.with("TZ", "Pacific/Chatham")
                      .under("sh", "-c", "umask 002; exec \"$@\"", "sh")
                      .options(
                          "-XX:ActiveProcessorCount=4",
                          "-Xmx2g",
                          "-Dfile.encoding=ISO-8859-1",
                          "-Duser.language=ar",
                          "-Duser.country=EG",
                          "-Duser.timezone=America/St_Johns")),
          new Machine("Turkish", jar -> jar.options("-Duser.language=tr", "-Duser.country=TR")),
          new Machine(
              "Arabic digits", jar -> jar.options("-Duser.language=ar", "-Duser.country=EG")),
          new Machine(
              "Thai calendar",
              jar -> jar.options("-Duser.language=th", "-Duser.country=TH", "-Duser.variant=TH")),
          new Machine("east", jar -> jar.with("TZ", "Pacific/Kiritimati")),
          new Machine("west", jar -> jar.with("TZ", "Etc/GMT+12")),
          new Machine("C locale", jar -> jar.with("LANG", "C").with("LC_ALL", "C")),
          new Machine("GB18030", jar -> jar.options("-Dfile.encoding=GB18030")),
          new Machine("one processor", jar -> jar.options("-XX:ActiveProcessorCount=1")),
          new Machine("two processors", jar -> jar.options(TWO_PROCESSORS)),
          new Machine("four processors", jar -> jar.options("-XX:ActiveProcessorCount=4")),
          new Machine("interpreter", jar -> jar.options("-Xint")),
          new Machine("first compiler", jar -> jar.options("-XX:TieredStopAtLevel=1")),
          new Machine("second compiler", jar -> jar.options("-XX:-TieredCompilation")),
          new Machine("128 MB", jar -> jar.options("-Xmx128m")),
          new Machine("private", jar -> jar.under("sh", "-c", "umask 077; exec \"$@\"", "sh")),
          new Machine("pinned", jar -> jar.under("taskset", "-c", "1")));

  @TempDir Path folder;

  @Test
  void everyMachineMakesTheSameBytes() throws Exception {
    new OutsideJudge("taskset", "util-linux").required();
    Path here = home("here", 0).root();
    new TestHome(here).at(NOW.toString()).run().expect(0);
    int run = 0;
    for (Machine machine : MACHINES_OF_ALL_KINDS) {
      if (run == MACHINES) {
        break;
      }
      run++;
      Path there = home("there-" + run, run).root();
      Jar jar = new Jar(there).at(NOW);
      machine.set().accept(jar);
      jar.run().expect(0);
      Outputs.assertSame(there, here, machine.name());
    }
    System.out.printf("%d machines made the same bytes%n", run);
  }

  /** What varies by locale, zone and processor: dates, cases, digits, the order of files. */
  private TestHome home(String name, int shuffle) throws Exception {
    TestHome home = new TestHome(Files.createDirectory(folder.resolve(name)));
    List<String> slugs =
        new java.util.ArrayList<>(
            Stream.of("INITIAL", "titling", "zoe", "Istanbul", "IIII", "i-i").toList());
    // Folders list their files in the order in which they were made, or nearly so.
    Collections.shuffle(slugs, new Random(shuffle));
    home.file(
        "scripts/show.yaml", TestHome.SHOW.replace("time-zone: UTC", "time-zone: Asia/Kolkata"));
    for (String slug : slugs) {
      home.file(
          "scripts/x/" + slug + ".md",
          """
          ---
          title: TITLE of %s in İstanbul — Iıİi, “zoë”
          date: 2024-02-2%d 23:30
          ---
          The title of III is 1,234.5 on 3 March 2024 at 11:30 PM.

          ## Initial

          It says INITIAL, and ends.
          """
              .formatted(slug, slug.length() % 9 + (slug.charAt(0) == 'i' ? 1 : 0)));
    }
    return home;
  }
}
