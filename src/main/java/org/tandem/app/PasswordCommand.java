package org.tandem.app;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tandem.net.PasswordHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "password",
        description = "Reads a passcode and prints its hash, for \"users\" in the configuration.",
        mixinStandardHelpOptions = true)
final class PasswordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        String passcode = passcode();
        if (passcode.isEmpty()) {
            spec.commandLine().getErr().println("No passcode given.");
            return 1;
        }
        spec.commandLine().getOut().println(PasswordHash.of(passcode).text());
        return 0;
    }

    /** Typed without being shown; or one line from a pipe. */
    private static String passcode() throws IOException {
        @Nullable Console console = System.console();
        if (console != null) {
            char[] typed = console.readPassword("Passcode: ");
            return typed == null ? "" : new String(typed);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        @Nullable String line = in.readLine();
        return line == null ? "" : line;
    }
}
