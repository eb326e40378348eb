package com.kaizencast.feed;

/** The bytes are no RSS feed; the message says why, with line and column where there are such. */
public final class UnreadableFeedException extends Exception {

  private static final long serialVersionUID = 1;

  UnreadableFeedException(String message) {
    super(message);
  }

  UnreadableFeedException(String message, Throwable cause) {
    super(message, cause);
  }
}
