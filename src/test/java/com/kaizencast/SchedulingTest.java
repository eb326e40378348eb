package com.kaizencast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files for schedulers, before the eyes of systemd. */
class SchedulingTest {

  private static final Path UNITS = Path.of("src/main/systemd");

  @TempDir Path folder;

  @Test
  void systemdTakesTheUnits() throws Exception {
    OutsideJudge systemd = new OutsideJudge("systemd-analyze", "systemd").required();
    // The program has to be there for the check, wherever this machine's Java is.
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String service = Files.readString(UNITS.resolve("kaizencast.service"));
    assertThat(service).contains("ExecStart=/usr/bin/java ");
    Path unit = folder.resolve("kaizencast.service");
    Files.writeString(
        unit, service.replace("/usr/bin/java", java).replaceAll("(?m)^(User|Group)=.*\n", ""));
    Path timer = folder.resolve("kaizencast.timer");
    Files.copy(UNITS.resolve("kaizencast.timer"), timer);

    OutsideJudge.Verdict verdict =
        systemd.ask("verify", "--man=no", unit.toString(), timer.toString());

    // What it says of this machine's own units is none of ours.
    assertThat(verdict.output().lines().filter(line -> line.contains("kaizencast"))).isEmpty();
  }

  @Test
  void theServiceIsLockedDown() throws Exception {
    OutsideJudge systemd = new OutsideJudge("systemd-analyze", "systemd").required();

    String said =
        systemd
            .ask(
                "security",
                "--offline=true",
                "--no-pager",
                UNITS.resolve("kaizencast.service").toAbsolutePath().toString())
            .output();

    Matcher exposure = Pattern.compile("exposure level[^:]*: ([0-9.]+)").matcher(said);
    assertThat(exposure.find()).as(said).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThan(2.0);
  }

  @Test
  void theTimerNamesAMoment() throws Exception {
    OutsideJudge systemd = new OutsideJudge("systemd-analyze", "systemd").required();
    Matcher calendar =
        Pattern.compile("(?m)^OnCalendar=(.*)$")
            .matcher(Files.readString(UNITS.resolve("kaizencast.timer")));
    assertThat(calendar.find()).isTrue();

    assertThat(systemd.askOk("calendar", calendar.group(1))).contains("Next elapse: ");
  }
}
