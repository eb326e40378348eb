package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.episode.ScriptException;
import com.kaizencast.publish.RunLock;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: parses it, runs the command, turns what went wrong into a line and a code. */
@Command(
    name = "kaizencast",
    description = "Turns a folder of episode scripts into a podcast. Without a command: build.",
    subcommands = {
      BuildCommand.class,
      HistoryCommand.class,
      CheckCommand.class,
      CompletionCommand.class,
      DoctorCommand.class,
      ImportCommand.class,
      NarrateCommand.class,
      NewCommand.class,
      PreviewCommand.class,
      ServeCommand.class,
      PlanCommand.class,
      RetractCommand.class,
      VoiceCommand.class
    },
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast                        render what is stale, publish the feed",
      "  kaizencast new \"A title\"          begin a script",
      "  kaizencast check                  what is wrong with the scripts?",
      "  kaizencast --home DIR build --json",
      "kaizencast COMMAND --help tells more.",
      "",
      "Exit codes: 0 done or nothing to do; 1 failed, nothing published; 2 a mistake",
      "in the command line or in show.yaml; 3 published, but some episodes are",
      "quarantined; 4 stopped by SIGTERM or Ctrl-C, nothing published; 75 another run",
      "is at work."
    })
public final class Cli implements Callable<Integer> {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Folder that holds scripts/ (default: the current folder).")
  private Path home = Path.of("");

  @Option(
      names = "--ffmpeg",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "Use this ffmpeg, not the bundled one (default: $KAIZENCAST_FFMPEG).")
  private @Nullable Path ffmpeg;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object on standard output.")
  private boolean json;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Say more, stack traces included.")
  private boolean verbose;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      scope = ScopeType.INHERIT,
      description =
          "What libraries log to standard error: ${COMPLETION-CANDIDATES} (default: off; info with"
              + " --verbose).")
  private @Nullable LogLevel logLevel;

  @Mixin private BuildOptions buildOptions = new BuildOptions();

  /** What libraries log. */
  private enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  private @Nullable StopSignal stopSignal;
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  private Cli(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
  }

  /**
   * Runs a command line.
   *
   * @return the exit code
   */
  public static int run(
      String[] arguments, PrintStream out, PrintStream err, Map<String, String> environment) {
    Cli cli = new Cli(out, err, environment);
    int exitCode = ExitCode.FAILED;
    try {
      exitCode = cli.execute(arguments);
    } finally {
      // Even of a defect: an end that nobody asked for is not one in good order.
      if (cli.stopSignal != null) {
        cli.stopSignal.ended(exitCode);
      }
    }
    return exitCode;
  }

  private int execute(String[] arguments) {
    if (understands(arguments)) {
      return build();
    }
    return new CommandLine(this)
        .setOut(new PrintWriter(out, true, UTF_8))
        .setErr(new PrintWriter(err, true, UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> failed(failure, isBuild(command)))
        .execute(arguments);
  }

  /**
   * Takes in what a scheduler says every night, {@code --home DIR} or nothing, without picocli: to
   * start that costs more than to see that nothing has changed.
   */
  private boolean understands(String[] arguments) {
    if (arguments.length == 2 && arguments[0].equals("--home") && !arguments[1].startsWith("-")) {
      home = Path.of(arguments[1]);
      return true;
    }
    return arguments.length == 0;
  }

  private int build() {
    try {
      return call();
    } catch (Exception e) {
      return failed(e, true);
    }
  }

  @Override
  public Integer call() throws Exception {
    return new BuildCommand(this, buildOptions).call();
  }

  /** From now on a signal ends the run in good order. */
  void stopOnSignal(Runnable request, Runnable cut, Duration grace) {
    stopSignal = new StopSignal(request, cut, grace);
  }

  Path home() {
    return home;
  }

  @Nullable Path ffmpeg() {
    String fromEnvironment = environment.get("KAIZENCAST_FFMPEG");
    return ffmpeg == null && fromEnvironment != null ? Path.of(fromEnvironment) : ffmpeg;
  }

  boolean json() {
    return json;
  }

  /** Of the libraries. */
  String logLevel() {
    return logLevel != null ? logLevel.name().toLowerCase(Locale.ROOT) : verbose ? "info" : "off";
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  /** Says on standard error what is wrong. */
  void complain(String line) {
    err.println(Complaint.of(line, isTerminal()));
  }

  /** Whether somebody watches, and has nothing against colours (NO_COLOR). */
  boolean isTerminal() {
    return CommandLine.Help.Ansi.AUTO.enabled();
  }

  /**
   * The time of the run: {@code SOURCE_DATE_EPOCH} of the environment where it is set, so that a
   * build can be repeated to the byte.
   */
  InstantSource clock() {
    String epoch = environment.get("SOURCE_DATE_EPOCH");
    return epoch == null
        ? InstantSource.system()
        : InstantSource.fixed(Instant.ofEpochSecond(Long.parseLong(epoch)));
  }

  private static boolean isBuild(CommandLine command) {
    Object user = command.getCommandSpec().userObject();
    return user instanceof Cli || user instanceof BuildCommand;
  }

  /**
   * @param publishes whether the command would have published something
   */
  private int failed(Exception failure, boolean publishes) {
    if (verbose) {
      failure.printStackTrace(err);
    }
    if (failure instanceof ScriptException mistakes) {
      mistakes.problems().forEach(problem -> complain(problem.toString()));
    } else if (failure instanceof RunLock.HeldException) {
      err.println(Printable.of(said(failure)));
    } else {
      String what = publishes ? "failed, nothing was published: " : "failed: ";
      complain(what + said(failure));
    }
    return ExitCode.of(failure);
  }

  /** File system exceptions often hold no more than a path as their message. */
  private static String said(Throwable failure) {
    if (failure instanceof FileSystemException file && file.getReason() == null) {
      String kind = file.getClass().getSimpleName().replaceFirst("Exception$", "");
      String path = file.getOtherFile() == null ? file.getFile() : file.getOtherFile();
      return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ") + ": " + path;
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }
}
