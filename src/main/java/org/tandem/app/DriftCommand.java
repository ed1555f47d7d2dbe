package org.tandem.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "drift",
        description = "Says of a node that runs on this machine whether what its models are shown and what they say"
                + " changes: the last days beside as many days before (two-sample Kolmogorov-Smirnov test) and beside the"
                + " manifest's reference, by scanner. Exits with 1 where something has changed.",
        mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", description = "name, or name/version (default: all).")
    private Optional<String> model = Optional.empty();

    @Option(
            names = "--days",
            defaultValue = "30",
            description = "Days that are compared with as many before them (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--reference", description = "Prints them as the manifest's part \"reference\" instead.")
    private boolean reference;

    @Option(
            names = "--web-port",
            defaultValue = "8042",
            description = "Port of the node's status page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode lines = new ObjectMapper()
                .readTree(new NodeClient(port)
                        .ask("GET", "/api/drift?days=" + days)
                        .body());
        boolean changed = false;
        String heading = "";
        for (JsonNode line : lines) {
            if (isAskedFor(line.path("model").asText())) {
                heading = heading(line, heading);
                print(line);
                changed |= line.path("changed").asBoolean()
                        || line.path("differs_from_manifest").asBoolean();
            }
        }
        if (heading.isEmpty()) {
            out().println("No exam in the last " + days + " days.");
        }
        return changed && !reference ? 1 : 0;
    }

    private boolean isAskedFor(String name) {
        return model.isEmpty() || name.equals(model.get()) || name.startsWith(model.get() + "/");
    }

    private String heading(JsonNode line, String before) {
        String heading =
                line.path("model").asText() + ", " + line.path("scanner").asText();
        if (!heading.equals(before) && reference) {
            out().printf("# %s, the last %d days%nreference:%n", heading, days);
        } else if (!heading.equals(before)) {
            out().printf(
                            "%s%n  %-36s %7s %7s %11s %11s %6s %8s  %s%n",
                            heading, "", "n", "before", "mean", "before", "D", "p", "");
        }
        return heading;
    }

    private void print(JsonNode line) {
        JsonNode now = line.path("now");
        JsonNode before = line.path("before");
        String quantity = line.path("quantity").asText();
        if (reference) {
            out().printf(
                            Locale.ROOT,
                            "  - {quantity: \"%s\", n: %d, mean: %.6g, deviation: %.6g}%n",
                            quantity,
                            now.path("n").asLong(),
                            now.path("mean").asDouble(),
                            now.path("deviation").asDouble());
            return;
        }
        out().printf(
                        Locale.ROOT,
                        "  %-36s %7d %7d %11.4g %11s %6s %8s  %s%n",
                        quantity,
                        now.path("n").asLong(),
                        before.path("n").asLong(),
                        now.path("mean").asDouble(),
                        before.path("n").asLong() == 0
                                ? ""
                                : String.format(
                                        Locale.ROOT, "%.4g", before.path("mean").asDouble()),
                        number(line.path("distance"), "%.2f"),
                        number(line.path("probability"), "%.2g"),
                        line.path("in_words").asText());
    }

    private static String number(JsonNode value, String format) {
        return value.isMissingNode() ? "" : String.format(Locale.ROOT, format, value.asDouble());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
