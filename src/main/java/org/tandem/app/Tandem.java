package org.tandem.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tandem.dicom.TandemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The command line. */
@Command(
        name = "tandem",
        description = "A second reader beside the PACS: images in over DICOM, SEG and SR back into the same study.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed, or not all of it done", "2:wrong use of the command line"},
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            RunCommand.class,
            EvaluateCommand.class,
            SendCommand.class,
            ReceiveCommand.class,
            EchoCommand.class,
            PeersCommand.class,
            FindCommand.class,
            GetCommand.class,
            MoveCommand.class,
            ModelsCommand.class,
            RoutesCommand.class,
            JobsCommand.class,
            DriftCommand.class,
            PasswordCommand.class,
            DumpCommand.class,
            CheckCommand.class,
            ShowCommand.class,
            PixelsCommand.class,
            ConformanceCommand.class,
            BenchCommand.class
        })
public final class Tandem {

    private Tandem() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("serve")) {
            System.setProperty("tandem.log", "INFO"); // before logging is first touched
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8); // names of every language
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine().setOut(out).setErr(err).execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Tandem())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF))
                .setExecutionExceptionHandler((exception, commandLine, parsed) -> {
                    commandLine.getErr().println("tandem: " + reason(exception));
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    /** What people need to read: our own messages are whole sentences, others want their kind. */
    private static String reason(Exception exception) {
        return exception instanceof TandemException known ? known.getMessage() : exception.toString();
    }
}
