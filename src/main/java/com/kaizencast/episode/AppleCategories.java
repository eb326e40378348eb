package com.kaizencast.episode;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of Apple Podcasts, both levels, as directories take them in {@code
 * itunes:category}.
 */
public final class AppleCategories {

  /** Every category with its subcategories, in the order of the alphabet. */
  public static final Map<String, List<String>> ALL = Collections.unmodifiableMap(all());

  private static Map<String, List<String>> all() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put(
        "Arts",
        List.of("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"));
    all.put(
        "Business",
        List.of(
            "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"));
    all.put("Comedy", List.of("Comedy Interviews", "Improv", "Stand-Up"));
    all.put("Education", List.of("Courses", "How To", "Language Learning", "Self-Improvement"));
    all.put("Fiction", List.of("Comedy Fiction", "Drama", "Science Fiction"));
    all.put("Government", List.of());
    all.put("History", List.of());
    all.put(
        "Health & Fitness",
        List.of(
            "Alternative Health",
            "Fitness",
            "Medicine",
            "Mental Health",
            "Nutrition",
            "Sexuality"));
    all.put(
        "Kids & Family",
        List.of("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"));
    all.put(
        "Leisure",
        List.of(
            "Animation & Manga",
            "Automotive",
            "Aviation",
            "Crafts",
            "Games",
            "Hobbies",
            "Home & Garden",
            "Video Games"));
    all.put("Music", List.of("Music Commentary", "Music History", "Music Interviews"));
    all.put(
        "News",
        List.of(
            "Business News",
            "Daily News",
            "Entertainment News",
            "News Commentary",
            "Politics",
            "Sports News",
            "Tech News"));
    all.put(
        "Religion & Spirituality",
        List.of(
            "Buddhism",
            "Christianity",
            "Hinduism",
            "Islam",
            "Judaism",
            "Religion",
            "Spirituality"));
    all.put(
        "Science",
        List.of(
            "Astronomy",
            "Chemistry",
            "Earth Sciences",
            "Life Sciences",
            "Mathematics",
            "Natural Sciences",
            "Nature",
            "Physics",
            "Social Sciences"));
    all.put(
        "Society & Culture",
        List.of(
            "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"));
    all.put(
        "Sports",
        List.of(
            "Baseball",
            "Basketball",
            "Cricket",
            "Fantasy Sports",
            "Football",
            "Golf",
            "Hockey",
            "Rugby",
            "Running",
            "Soccer",
            "Swimming",
            "Tennis",
            "Volleyball",
            "Wilderness",
            "Wrestling"));
    all.put("Technology", List.of());
    all.put("True Crime", List.of());
    all.put(
        "TV & Film",
        List.of("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"));
    return all;
  }

  private AppleCategories() {}
}
