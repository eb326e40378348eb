package com.kaizencast.site;

import com.kaizencast.OutsideJudge;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debian's Chromium without a window, and all that it asks for and complains of. */
public final class Browser implements AutoCloseable {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** How long a thing may take that is going to happen; the machine may have other work. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path profile;
  private final ChromeDriver driver;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(Path profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** Skips (or, in CI, fails) the calling test if there is no browser. */
  public static Browser open() throws IOException {
    new OutsideJudge(CHROMIUM.toString(), "chromium").required();
    new OutsideJudge(DRIVER.toString(), "chromium-driver").required();
    Path profile = Files.createTempDirectory("browser");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable("browser", Level.ALL);
    logs.enable("performance", Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.setCapability("goog:loggingPrefs", logs);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--mute-audio",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    File executable = DRIVER.toFile();
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(executable)
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.get("about:blank");
    // What the browser's own first page asked for, all of it of itself.
    driver.manage().logs().get("performance");
    return new Browser(profile, driver);
  }

  /** Sets the size of the page as it is seen, in CSS pixels, and opens an address. */
  public Browser at(int width, int height, String url) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    driver.get("about:blank");
    driver.get(url);
    return this;
  }

  public Browser dark(boolean dark) {
    media("", Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"));
    return this;
  }

  public Browser print() {
    media("print", Map.of("name", "prefers-color-scheme", "value", "light"));
    return this;
  }

  private void media(String media, Map<String, Object> feature) {
    command("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(feature)));
  }

  public Browser scripts(boolean enabled) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    return this;
  }

  private void command(String name, Map<String, Object> parameters) {
    driver.executeCdpCommand(name, parameters);
  }

  public Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** What a script returns, a number. */
  public double number(String script) {
    return ((Number) run("return " + script)).doubleValue();
  }

  /** Waits for a script to return true. */
  public Browser until(String script) {
    long start = System.nanoTime();
    while (!Boolean.TRUE.equals(run("return " + script))) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new AssertionError(
            "never true: " + script + "; " + run("return document.body.innerText.slice(0, 500)"));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return this;
  }

  public WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  public List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
  }

  public Browser click(String selector) {
    one(selector).click();
    return this;
  }

  /** Presses keys where the focus is. */
  public Browser press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
    return this;
  }

  /** Moves the focus on to the next element, as the tab key does. */
  public Browser tab() {
    return press(Keys.TAB);
  }

  public String url() {
    return driver.getCurrentUrl();
  }

  /** What is seen, as a small JPEG. */
  public byte[] picture() {
    return capture(Map.of("format", "jpeg", "quality", 45));
  }

  /** The whole page, however long it is, as PNG. */
  public byte[] wholePage() {
    return capture(Map.of("format", "png", "captureBeyondViewport", true));
  }

  private byte[] capture(Map<String, Object> how) {
    Map<String, Object> answer = driver.executeCdpCommand("Page.captureScreenshot", how);
    return Base64.getDecoder().decode((String) answer.get("data"));
  }

  /** Addresses asked for so far. */
  public List<String> requests() {
    for (LogEntry entry : driver.manage().logs().get("performance")) {
      JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).get("message");
      if (message.get("method").asString().equals("Network.requestWillBeSent")) {
        requests.add(message.get("params").get("request").get("url").asString());
      }
    }
    return List.copyOf(requests);
  }

  /** What the console has got so far, warnings and errors. */
  public List<String> complaints() {
    for (LogEntry entry : driver.manage().logs().get("browser")) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        complaints.add(entry.toString());
      }
    }
    return List.copyOf(complaints);
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
