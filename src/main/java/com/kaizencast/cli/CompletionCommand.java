package com.kaizencast.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Prints a script that makes bash and zsh complete commands and options.",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  source <(kaizencast completion)",
      "  kaizencast completion > ~/.local/share/bash-completion/completions/kaizencast",
      "It completes the word kaizencast: give the jar that name with an alias, like",
      "  alias kaizencast='java -jar /path/to/kaizencast.jar'"
    })
final class CompletionCommand implements Callable<Integer> {

  @ParentCommand private @Nullable Cli parent;
  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    Objects.requireNonNull(parent)
        .out()
        .print(AutoComplete.bash("kaizencast", own.root().commandLine()));
    return ExitCode.OK;
  }
}
