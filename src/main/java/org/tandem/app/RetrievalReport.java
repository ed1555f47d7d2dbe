package org.tandem.app;

import org.tandem.net.Retrieved;
import picocli.CommandLine.Model.CommandSpec;

/** What people are told of a retrieval, and the exit code. */
final class RetrievalReport {

    private RetrievalReport() {}

    static int print(CommandSpec spec, Retrieved retrieved, String where) {
        retrieved.failed().forEach(uid -> spec.commandLine().getErr().println(uid + ": did not come"));
        spec.commandLine().getOut().println(where + "; " + retrieved.subOperations() + "; " + retrieved.status());
        return retrieved.complete() ? 0 : 1;
    }
}
