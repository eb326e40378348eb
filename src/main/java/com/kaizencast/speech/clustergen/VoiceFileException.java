package com.kaizencast.speech.clustergen;

/** A voice file that cannot be used: says where and why. */
public final class VoiceFileException extends Exception {

  private final long offset;

  VoiceFileException(String file, long offset, String message) {
    super(file + ": byte " + offset + ": " + message);
    this.offset = offset;
  }

  /** Place of the mistake, counted in bytes from 0. */
  public long offset() {
    return offset;
  }
}
