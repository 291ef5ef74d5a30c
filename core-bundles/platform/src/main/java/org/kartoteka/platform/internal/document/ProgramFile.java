package org.kartoteka.platform.internal.document;

import java.util.Locale;
import java.util.Set;

/**
 * What a colleague's machine would run when he opens it. Told by its content, whatever it is called
 * (OWASP ASVS 5, 5.2.2), and by its name where systems go by that.
 */
final class ProgramFile {

  private static final Set<String> TYPES =
      Set.of(
          "application/x-dosexec",
          "application/x-msdownload",
          "application/x-ms-installer",
          "application/x-executable",
          "application/x-elf",
          "application/x-sharedlib",
          "application/x-mach-o",
          "application/x-mach-o-executable",
          "application/java-archive",
          "application/java-vm",
          "application/vnd.android.package-archive",
          "application/x-ms-shortcut");

  private static final Set<String> ENDINGS =
      Set.of(
          "exe", "dll", "scr", "pif", "cpl", "msi", "msp", "bat", "cmd", "ps1", "vbs", "vbe", "js",
          "jse", "wsf", "wsh", "hta", "lnk", "reg", "jar", "apk", "sh");

  private ProgramFile() {}

  /** Whether a file is one. */
  static boolean is(String mediaType, String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.contains(mediaType) || name.contains(".") && ENDINGS.contains(ending);
  }
}
