package com.kaizencast.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The categories of Apple Podcasts, both levels, as directories take them in {@code
 * itunes:category}.
 */
final class Categories {

  /** Every category with its subcategories. */
  static final Map<String, List<String>> ALL = new LinkedHashMap<>();

  static {
    ALL.put(
        "Arts",
        List.of("Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"));
    ALL.put(
        "Business",
        List.of(
            "Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"));
    ALL.put("Comedy", List.of("Comedy Interviews", "Improv", "Stand-Up"));
    ALL.put("Education", List.of("Courses", "How To", "Language Learning", "Self-Improvement"));
    ALL.put("Fiction", List.of("Comedy Fiction", "Drama", "Science Fiction"));
    ALL.put("Government", List.of());
    ALL.put("History", List.of());
    ALL.put(
        "Health & Fitness",
        List.of(
            "Alternative Health",
            "Fitness",
            "Medicine",
            "Mental Health",
            "Nutrition",
            "Sexuality"));
    ALL.put(
        "Kids & Family",
        List.of("Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"));
    ALL.put(
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
    ALL.put("Music", List.of("Music Commentary", "Music History", "Music Interviews"));
    ALL.put(
        "News",
        List.of(
            "Business News",
            "Daily News",
            "Entertainment News",
            "News Commentary",
            "Politics",
            "Sports News",
            "Tech News"));
    ALL.put(
        "Religion & Spirituality",
        List.of(
            "Buddhism",
            "Christianity",
            "Hinduism",
            "Islam",
            "Judaism",
            "Religion",
            "Spirituality"));
    ALL.put(
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
    ALL.put(
        "Society & Culture",
        List.of(
            "Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"));
    ALL.put(
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
    ALL.put("Technology", List.of());
    ALL.put("True Crime", List.of());
    ALL.put(
        "TV & Film",
        List.of("After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"));
  }

  private Categories() {}
}
