package com.kaizencast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.batch.Build;
import com.kaizencast.batch.BuildSummary;
import com.kaizencast.batch.Drain;
import com.kaizencast.episode.ScriptException;
import com.kaizencast.episode.ScriptProblem;
import com.kaizencast.episode.Show;
import com.kaizencast.episode.ToolException;
import com.kaizencast.publish.Home;
import com.kaizencast.publish.LedgerFile;
import com.kaizencast.publish.RunLock;
import com.kaizencast.script.ShowReader;
import com.kaizencast.serve.FolderWatch;
import com.kaizencast.serve.PageReload;
import com.kaizencast.serve.ShowServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves what is published, for a look and a listen, or for good. */
@Command(
    name = "serve",
    description = "Serves page, feed and audio; with --watch, builds what changes in scripts/.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  kaizencast serve --watch                           while writing",
      "  kaizencast serve --local --bind 192.168.1.5        for the app on your phone",
      "  kaizencast serve --bind 0.0.0.0 --access-log FILE  behind a proxy with TLS",
      "",
      "It ends with Ctrl-C or SIGTERM, after running downloads or half a minute."
    })
final class ServeCommand implements Callable<Integer> {

  /** For a build at work when the server is to end; downloads have had theirs by then. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** How long to wait for another run that is at work. */
  private static final int LOCK_RETRY_MS = 1000;

  @ParentCommand private @Nullable Cli parent;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "0 takes a free one (default: 8080).")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description =
          "Serve others too, at this address of the machine (default: this machine only).")
  private @Nullable InetAddress bind;

  @Option(
      names = "--watch",
      description = "Build when scripts/ changes, and have open pages load again.")
  private boolean watch;

  @Option(
      names = "--local",
      description =
          "Have feed and pages name this server in place of base-url, so that an app gets all from"
              + " here.")
  private boolean local;

  @Option(
      names = "--access-log",
      paramLabel = "FILE|off",
      description = "Append a line for each request to a file (default: standard error).")
  private @Nullable String accessLog;

  @Override
  public Integer call() throws Exception {
    Cli cli = Objects.requireNonNull(parent);
    InetAddress address = bind == null ? InetAddress.getLoopbackAddress() : bind;
    if (port < 0 || port > 65_535) {
      throw usage("--port: " + port + " is no port; take one from 1 to 65535");
    }
    if (local && address.isAnyLocalAddress()) {
      throw usage("--local needs an address that others can reach, like --bind 192.168.1.5");
    }
    Home home = new Home(cli.home());
    Show show = ShowReader.read(home.root());
    if (!address.isLoopbackAddress()) {
      cli.err()
          .println(
              "warning: whoever can reach "
                  + address.getHostAddress()
                  + " can listen, without TLS");
    }
    if (!watch && !Files.exists(home.feedFile())) {
      cli.err().println("warning: nothing is published yet; 'kaizencast build' does that");
    }
    PageReload reload =
        watch ? new PageReload(InstantSource.system().instant().toEpochMilli()) : null;
    Drain drain = new Drain();
    try (PrintStream file = logFile();
        FolderWatch changes = reload == null ? null : new FolderWatch(home.scripts());
        ShowServer server =
            ShowServer.start(
                new ShowServer.Options(
                    home.root(),
                    show.publicUrl(),
                    show.distribution().privatePath() != null,
                    new InetSocketAddress(address, port),
                    local,
                    log(cli, file)),
                reload)) {
      cli.stopOnSignal(() -> end(drain, changes, server), drain::cut, GRACE);
      announce(cli, server.url());
      if (reload != null && changes != null) {
        do {
          reload.built(build(cli, drain));
        } while (changes.await());
      }
      server.await();
    } catch (BindException e) {
      cli.err()
          .println(
              "failed: "
                  + address.getHostAddress()
                  + ":"
                  + port
                  + " can't be had ("
                  + e.getMessage()
                  + "); --port takes another port");
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private @Nullable PrintStream logFile() throws IOException {
    return accessLog == null || accessLog.equals("off")
        ? null
        : new PrintStream(
            Files.newOutputStream(
                Path.of(accessLog), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            UTF_8);
  }

  private @Nullable Consumer<String> log(Cli cli, @Nullable PrintStream file) {
    if (file != null) {
      return file::println;
    }
    return accessLog == null ? cli.err()::println : null;
  }

  private static void announce(Cli cli, URI url) {
    String page = url.resolve("feed/").toString();
    String feed = url.resolve("feed/feed.xml").toString();
    if (cli.json()) {
      cli.out().println(new String(LedgerFile.toJson(Map.of("page", page, "feed", feed)), UTF_8));
    } else {
      cli.out().println("page: " + page + "\nfeed: " + feed);
    }
    cli.out().flush();
  }

  private static void end(Drain drain, @Nullable FolderWatch changes, ShowServer server) {
    drain.request();
    try {
      if (changes != null) {
        changes.close();
      }
      server.close();
    } catch (IOException e) {
      // The process ends anyway.
    }
  }

  /** Builds, and says what went wrong, if something did. */
  private static String build(Cli cli, Drain drain) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    try {
      BuildSummary summary = builtAlone(cli, drain);
      summary.warnings().forEach(warning -> cli.err().println(Printable.of(warning)));
      problems.addAll(summary.quarantined());
      cli.err().println(BuildCommand.text(summary));
    } catch (ScriptException e) {
      problems.addAll(e.problems().stream().map(ScriptProblem::toString).toList());
    } catch (ToolException | IOException | RuntimeException e) {
      problems.add(Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
    problems.forEach(problem -> cli.err().println(Printable.of(problem)));
    return String.join("\n", problems);
  }

  private static BuildSummary builtAlone(Cli cli, Drain drain)
      throws ScriptException, ToolException, IOException, InterruptedException {
    while (true) {
      try {
        return new Build(
                new Build.Options(
                    cli.home(), cli.ffmpeg(), cli.logLevel(), false, false, cli.clock()),
                new ConsoleProgress(cli.err(), cli::isTerminal),
                drain)
            .run();
      } catch (RunLock.HeldException e) {
        Thread.sleep(LOCK_RETRY_MS);
      }
    }
  }
}
