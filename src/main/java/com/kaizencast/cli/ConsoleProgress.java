package com.kaizencast.cli;

import com.kaizencast.batch.BuildEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Progress on a console: a bar on a terminal, a line for each episode elsewhere. */
final class ConsoleProgress implements Consumer<BuildEvent> {

  private static final int BAR_WIDTH = 20;

  /** Makes a terminal cut lines at its edge, however wide it is or gets (DECAWM). */
  private static final String CUT = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintStream out;
  private final BooleanSupplier isTerminal;
  private boolean terminal;
  private int total;
  private int done;

  /**
   * @param isTerminal asked when there is something to show
   */
  ConsoleProgress(PrintStream out, BooleanSupplier isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  /** Called by several render threads. */
  @Override
  public synchronized void accept(BuildEvent event) {
    if (event instanceof BuildEvent.Started started) {
      terminal = isTerminal.getAsBoolean();
      total = started.episodesToRender();
      bar("");
    } else if (event instanceof BuildEvent.Rendered rendered) {
      done++;
      line(
          String.format(
              Locale.ROOT,
              "rendered %s (%d:%02d)",
              rendered.slug(),
              rendered.duration().toMinutes(),
              rendered.duration().toSecondsPart()));
      bar(rendered.slug());
    } else if (event instanceof BuildEvent.Failed failed) {
      done++;
      line("failed " + failed.slug());
      bar(failed.slug());
    } else if (terminal && total > 0) {
      out.print("\r\u001b[K");
      out.flush();
    }
  }

  private void line(String text) {
    if (!terminal) {
      out.println("[" + done + "/" + total + "] " + text);
    }
  }

  private void bar(String text) {
    if (terminal && total > 0) {
      int filled = BAR_WIDTH * done / total;
      String bar =
          "["
              + "#".repeat(filled)
              + ".".repeat(BAR_WIDTH - filled)
              + "] "
              + done
              + "/"
              + total
              + " "
              + text;
      out.print("\r\u001b[K" + CUT + bar + WRAP);
      out.flush();
    }
  }
}
