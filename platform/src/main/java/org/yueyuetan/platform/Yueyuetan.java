package org.yueyuetan.platform;

import java.io.PrintWriter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.yueyuetan.platform.database.DatabaseTrouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: reads the command line and runs a command. Exit codes: 0 done, 2 bad arguments, 1
 * our fault.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Command(
    name = "yueyuetan",
    subcommands = {Serve.class, Demo.class},
    mixinStandardHelpOptions = true,
    versionProvider = Yueyuetan.Version.class,
    header =
        "Yueyuetan 月月谈: the working platform of a city''s Monthly Talk with its social organizations")
public class Yueyuetan {

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Yueyuetan())
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (failure instanceof DatabaseTrouble || failure instanceof BadArgument) {
            say(line.getErr(), String.valueOf(failure.getMessage()));
            return CommandLine.ExitCode.USAGE;
          }
          failure.printStackTrace(line.getErr());
          return CommandLine.ExitCode.SOFTWARE;
        });
  }

  private static void say(PrintWriter console, String message) {
    console.println(message);
    console.flush();
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Yueyuetan.class.getPackage().getImplementationVersion();
      return new String[] {"Yueyuetan " + (version == null ? "(from classes)" : version)};
    }
  }
}
