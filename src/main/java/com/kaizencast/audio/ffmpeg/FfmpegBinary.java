package com.kaizencast.audio.ffmpeg;

import com.kaizencast.episode.ToolException;
import java.nio.file.Path;

/** Where the ffmpeg program comes from. */
sealed interface FfmpegBinary permits BundledFfmpeg, SystemFfmpeg {

  /** Changes whenever another program would be run; starts no process. */
  String identity() throws ToolException;

  /** The program, ready to be run. */
  Path executable() throws ToolException;
}
