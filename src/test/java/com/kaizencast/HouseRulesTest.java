package com.kaizencast;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house. */
class HouseRulesTest {

  private static final String ROOT = "com.kaizencast";

  /** Packages that know nothing of each other. */
  private static final Set<String> STAGES =
      Set.of(
          "script",
          "narration",
          "speech",
          "audio",
          "artwork",
          "transcript",
          "feed",
          "publish",
          "serve",
          "site");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importUrl(Kaizencast.class.getProtectionDomain().getCodeSource().getLocation());

  @Test
  void recordsDependOnTheJdkAlone() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".episode")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + ".episode", "java..", "org.jspecify.."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "script",
        "narration",
        "speech",
        "audio",
        "artwork",
        "transcript",
        "feed",
        "publish",
        "serve",
        "site"
      })
  void stagesDoNotKnowEachOther(String stage) {
    String[] others =
        Stream.concat(STAGES.stream(), Stream.of("batch", "cli"))
            .filter(other -> !other.equals(stage))
            .map(other -> ROOT + "." + other + "..")
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage(ROOT + "." + stage + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .allowEmptyShould(true));
  }

  @ParameterizedTest
  @CsvSource({
    "com.sun.speech.., speech.freetts",
    "ws.schild.., audio.ffmpeg",
    "com.rometools.., feed",
    "org.jdom2.., feed",
    "org.jsoup.., feed",
    "org.commonmark.., script",
    "org.snakeyaml.., script",
    "org.dmfs.., script",
    "org.tomlj.., script",
    "com.ibm.icu.., narration",
    "org.apache.pdfbox.., artwork",
    "org.apache.fontbox.., artwork",
    "java.awt.., artwork",
    "com.samskivert.., site",
    "com.google.zxing.., site",
    "tools.jackson.., publish",
    "org.springframework.., batch",
    "org.eclipse.jetty.., serve",
    "picocli.., cli"
  })
  void eachLibraryIsUsedInOnePlace(String library, String home) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "." + home + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  @Test
  void onlyTheCommandLineStandsOnTheBatch() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".batch..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".batch.."));
  }

  @Test
  void onlyTheCommandLineImports() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".importing..", ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".importing.."));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
  }

  @Test
  void onlyTheApplicationStandsAtTheRoot() {
    assertThat(CLASSES.getPackage(ROOT).getClasses())
        .extracting(JavaClass::getSimpleName)
        .containsOnly("Kaizencast", "package-info");
  }

  @Test
  void nothingReadsTheMachinesTimeCharsetOrLocale() {
    check(noClasses().should().callMethod(Instant.class, "now"));
    check(noClasses().should().callMethod(LocalDate.class, "now"));
    check(noClasses().should().callMethod(LocalDateTime.class, "now"));
    check(noClasses().should().callMethod(ZonedDateTime.class, "now"));
    check(noClasses().should().callMethod(Charset.class, "defaultCharset"));
    check(noClasses().should().callMethod(Locale.class, "getDefault"));
    check(noClasses().should().callMethod(Locale.class, "setDefault", Locale.class));
    check(noClasses().should().callMethod(String.class, "toLowerCase"));
    check(noClasses().should().callMethod(String.class, "toUpperCase"));
    check(noClasses().should().callMethod(String.class, "getBytes"));
    check(noClasses().should().callMethod(String.class, "format", String.class, Object[].class));
    check(noClasses().should().callMethod(String.class, "formatted", Object[].class));
    check(noClasses().should().callConstructor(String.class, byte[].class));
  }

  @Test
  void nothingPrintsBehindTheCommandLinesBack() {
    DescribedPredicate<JavaClass> elsewhere = not(resideInAnyPackage(ROOT + ".cli..", ROOT));
    check(noClasses().that(elsewhere).should().accessField(System.class, "out"));
    check(noClasses().that(elsewhere).should().accessField(System.class, "err"));
    check(noClasses().that(elsewhere).should().callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void oldDatesStayInTheFeed() {
    check(
        noClasses()
            .that(not(resideInAPackage(ROOT + ".feed..")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date"));
  }

  @Test
  void sharedTypesAreRecordsEnumsOrFinal() {
    check(
        classes()
            .that()
            .resideInAPackage(ROOT + ".episode")
            .and()
            .areNotInterfaces()
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveModifier(FINAL));
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<JavaPackage> unmarked =
        CLASSES.getPackage(ROOT).getSubpackagesInTree().stream()
            .filter(p -> !p.getClasses().isEmpty())
            .filter(p -> !annotatedWith(NullMarked.class).test(p))
            .collect(java.util.stream.Collectors.toSet());
    assertThat(unmarked).isEmpty();
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        noClasses()
            .that(describe("are ours", (JavaClass c) -> c.getPackageName().startsWith(ROOT)))
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
