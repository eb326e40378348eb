package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.kaizencast.TestHome.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program is like to somebody at a terminal. */
class TerminalTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+) {2,}\\S");

  @TempDir Path root;
  TestHome home;

  @BeforeEach
  void home() throws Exception {
    home = new TestHome(root);
  }

  private List<String> commands() {
    String help = home.run("--help").expect(0).out();
    List<String> names = new ArrayList<>();
    Matcher command = COMMAND.matcher(help.replaceFirst("(?s).*Commands:\n(.*?)\n\n.*", "$1"));
    while (command.find()) {
      names.add(command.group(1));
    }
    return names;
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    assertThat(commands()).contains("build", "check", "completion", "narrate", "new", "voice");
    for (String command : commands()) {
      String help = home.run(command, "--help").expect(0).out();
      assertThat(help).as(command).contains("Examples:\n").contains("  kaizencast " + command);
      assertThat(help.lines()).as(command).allMatch(line -> line.length() <= 100);
    }
  }

  @Test
  void whatGoesIntoAPipeHasNoColoursAndNoCursorMoves() throws Exception {
    home.show().episode("2024-03-08", "first-steps", "First steps").file("scripts/bad.md", "x");

    for (String command : List.of("build", "check", "--help")) {
      Result result = home.run(command);

      assertThat(result.out() + result.err()).as(command).isNotEmpty().doesNotContain("\u001b");
    }
  }

  @Test
  void coloursAreForTerminalsAndForThoseWhoWantThem() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "there is no script(1) to make a terminal");
    home.show().file("scripts/2024-03-08-bad.md", "---\ntitle: Bad\nnumber: many\n---\nWords.\n");

    assertThat(onTerminal(script, Map.of()))
        .contains("\u001b[31mscripts/2024-03-08-bad.md:3:9: \u001b[0m'number' is 'many'");
    assertThat(onTerminal(script, Map.of("NO_COLOR", "1")))
        .contains("scripts/2024-03-08-bad.md:3:9: 'number' is 'many'")
        .doesNotContain("\u001b");
  }

  @Test
  void theBarLeavesItToTheTerminalToCutIt() throws Exception {
    Path script = Path.of("/usr/bin/script");
    assumeTrue(Files.isExecutable(script), "there is no script(1) to make a terminal");
    home.show().episode("2024-03-08", "a-name-longer-than-a-narrow-window", "First steps");

    String said = onTerminal(script, Map.of(), "build");

    assertThat(said)
        .contains("\r\u001b[K\u001b[?7l[####################] 1/1 a-name", "\u001b[?7h")
        .contains("1 episodes");
    assertThat(said.lastIndexOf("\u001b[?7l")).isLessThan(said.lastIndexOf("\u001b[?7h"));
  }

  /** What the program says where it has a terminal of its own. */
  private String onTerminal(Path script, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.kaizencast.Kaizencast",
                "--home",
                root.toString()));
    command.addAll(arguments.length == 0 ? List.of("check") : List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(script.toString(), "-qec", String.join(" ", command), "/dev/null");
    builder.environment().keySet().removeAll(List.of("NO_COLOR", "CLICOLOR"));
    builder.environment().put("TERM", "xterm");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash");
    Path script = root.resolve("completion");
    Files.writeString(script, home.run("completion").expect(0).out());

    assertThat(completions(script, "kaizencast", "ch")).contains("check");
    assertThat(completions(script, "kaizencast", "new", "--s")).contains("--slug");
  }

  /** Asks the script as bash does when the tabulator key is hit behind the last word. */
  private static List<String> completions(Path script, String... words) throws Exception {
    String ask =
        """
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
        _complete_kaizencast
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    List<String> command = new ArrayList<>(List.of("/bin/bash", "-c", ask, "bash"));
    command.add(script.toString());
    command.addAll(List.of(words));
    Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
