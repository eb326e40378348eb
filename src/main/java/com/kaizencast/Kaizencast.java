package com.kaizencast;

/** The application. */
public final class Kaizencast {

  private Kaizencast() {}

  public static void main(String[] args) {}
}
