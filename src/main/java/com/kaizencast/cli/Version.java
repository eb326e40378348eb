package com.kaizencast.cli;

import com.kaizencast.batch.Build;
import picocli.CommandLine.IVersionProvider;

/** The version as {@code --version} prints it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"kaizencast " + Build.VERSION};
  }
}
