package com.kaizencast.transcript;

/**
 * What a transcript says of its episode.
 *
 * @param title of the episode
 * @param speaker who speaks; nobody is named if it is blank
 * @param language BCP 47 tag
 * @param isPrivate whether search engines must not list it
 */
public record Credits(String title, String speaker, String language, boolean isPrivate) {}
