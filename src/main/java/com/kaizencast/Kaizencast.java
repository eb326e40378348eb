package com.kaizencast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.kaizencast.cli.Cli;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;

/** The application. */
public final class Kaizencast {

  private Kaizencast() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(Cli.run(args, out, err, System.getenv()));
  }
}
