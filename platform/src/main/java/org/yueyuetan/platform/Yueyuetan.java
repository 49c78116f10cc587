package org.yueyuetan.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.yueyuetan.platform.command.BadInput;
import org.yueyuetan.platform.command.GroupCommand;
import org.yueyuetan.platform.command.MapCommand;
import org.yueyuetan.platform.command.MatchCommand;
import org.yueyuetan.platform.command.PanelCommand;
import org.yueyuetan.platform.command.ThemeCommand;
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
    subcommands = {
      Serve.class,
      Demo.class,
      ThemeCommand.class,
      MapCommand.class,
      GroupCommand.class,
      PanelCommand.class,
      MatchCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Yueyuetan.Version.class,
    header = {
      "Yueyuetan 月月谈: the working platform of a city's Monthly Talk with its social organizations",
      "市级“月月谈”工作平台",
      ""
    },
    synopsisSubcommandLabel = "demo|serve|theme|map|group|panel|match",
    footer = {
      "",
      "Exit codes: 0 done, 2 bad arguments or bad input, 1 our fault.",
      "退出码：0 正常，2 参数或输入有误，1 程序出错。"
    })
public class Yueyuetan {

  public static void main(String[] args) {
    int code = commandLine().execute(args);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Yueyuetan())
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler((failure, line, parsed) -> tell(failure, line));
  }

  private static int tell(Exception failure, CommandLine line) {
    if (failure instanceof DatabaseTrouble
        || failure instanceof BadArgument
        || failure instanceof BadInput) {
      line.getErr().println(failure.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    if (!(failure instanceof NotStarted)) {
      failure.printStackTrace(line.getErr());
    }
    line.getErr().println("This is our fault; what happened is told above. 程序出错，原因见上。");
    return CommandLine.ExitCode.SOFTWARE;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Yueyuetan.class.getPackage().getImplementationVersion();
      return new String[] {"Yueyuetan " + (version == null ? "(from classes)" : version)};
    }
  }
}
