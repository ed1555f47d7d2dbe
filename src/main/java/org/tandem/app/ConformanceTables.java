package org.tandem.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.codec.Decoders;
import org.tandem.dicom.Implementation;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.AssociationLimits;
import org.tandem.net.Capabilities;
import org.tandem.net.DimseStatus;
import org.tandem.net.ReceiveLimits;
import org.tandem.net.ScpTimeouts;
import org.tandem.net.ScuTimeouts;

/**
 * The tables of the conformance statement (PS3.2), read from the program and from the configuration that it runs with.
 * What {@code docs/conformance.md} shows is this, for the configuration that Tandem comes with.
 */
final class ConformanceTables {

    private static final String YES = "yes";

    private ConformanceTables() {}

    /** All tables, by the name that they have in the document. */
    static Map<String, List<String>> of(Configuration configuration) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        tables.put("implementation", implementation());
        tables.put("services", services());
        tables.put("storage-classes", storageClasses());
        tables.put("transfer-syntaxes", transferSyntaxes());
        tables.put("statuses", statuses());
        tables.put("acceptor", acceptor(configuration));
        tables.put("requestor", requestor(configuration.network().requests()));
        tables.put("security", security());
        return tables;
    }

    private static List<String> implementation() {
        return table(
                "| | |",
                "| Implementation Class UID | `" + Implementation.CLASS_UID + "` |",
                "| Implementation Version Name | `" + Implementation.VERSION_NAME + "` |");
    }

    private static List<String> services() {
        List<String> rows = new ArrayList<>(List.of("| SOP class | UID | SCU | SCP | |"));
        Capabilities.services()
                .forEach(service -> rows.add("| " + service.name() + " | `" + service.sopClass() + "` | "
                        + mark(service.scu()) + " | " + mark(service.scp()) + " | " + service.note() + " |"));
        rows.add("| " + SopClasses.storage().size()
                + " storage SOP classes, below | | yes | yes | results, `tandem send` |");
        return table(rows.toArray(String[]::new));
    }

    private static List<String> storageClasses() {
        List<String> rows = new ArrayList<>(List.of("| storage SOP class | UID |"));
        for (Uid sopClass : SopClasses.storage()) {
            rows.add("| " + SopClasses.name(sopClass) + " | `" + sopClass + "` |");
        }
        return table(rows.toArray(String[]::new));
    }

    private static List<String> transferSyntaxes() {
        List<String> rows =
                new ArrayList<>(List.of("| transfer syntax | UID | received, kept, sent on | pixels decoded |"));
        for (TransferSyntax syntax : Capabilities.storageSyntaxes()) {
            boolean decoded = !syntax.encapsulated()
                    || Decoders.syntaxes().contains(syntax.uid().value());
            rows.add("| " + syntax.name() + " | `" + syntax.uid() + "` | yes | " + mark(decoded) + " |");
        }
        return table(rows.toArray(String[]::new));
    }

    private static List<String> statuses() {
        List<String> rows = new ArrayList<>(List.of("| status | |"));
        for (DimseStatus status : DimseStatus.values()) {
            String words = status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            rows.add(String.format("| %04X | %s |", status.code(), words));
        }
        return table(rows.toArray(String[]::new));
    }

    private static List<String> acceptor(Configuration configuration) {
        AssociationLimits associations = configuration.network().limits().associations();
        ReceiveLimits receive = configuration.network().limits().receive();
        ScpTimeouts timeouts = configuration.network().limits().timeouts();
        return table(
                "| | |",
                "| AE title | " + configuration.node().aeTitle() + " |",
                "| port | " + configuration.node().dicomPort() + " |",
                "| associations at once | " + associations.inAll() + " |",
                "| of one peer | " + associations.ofOnePeer() + " |",
                "| presentation contexts looked at | " + associations.contexts() + " |",
                "| operations under way, where asked for | " + associations.operations() + " |",
                "| maximum PDU length | " + receive.maxPduBytes() + " bytes |",
                "| largest command set | " + receive.maxCommandBytes() + " bytes |",
                "| largest object | " + receive.maxObjectBytes() + " bytes |",
                "| deepest nesting of sequences | " + receive.maxDepth() + " |",
                "| ARTIM | " + seconds(timeouts.artim()) + " |",
                "| silence within a message | " + seconds(timeouts.betweenPdus()) + " |",
                "| silence between messages | " + seconds(timeouts.idleAssociation()) + " |",
                "| a stop waits for messages | " + seconds(timeouts.drain()) + " |");
    }

    private static List<String> requestor(ScuTimeouts timeouts) {
        return table(
                "| | |",
                "| connection | " + seconds(timeouts.connect()) + " |",
                "| association, release, TLS handshake | " + seconds(timeouts.acse()) + " |",
                "| answer to an operation | " + seconds(timeouts.response()) + " |",
                "| silence within a message | " + seconds(timeouts.betweenPdus()) + " |");
    }

    private static List<String> security() {
        return table(
                "| | |",
                "| TLS | " + String.join(", ", Capabilities.tlsProtocols()) + " |",
                "| cipher suites | " + String.join(", ", Capabilities.tlsCipherSuites()) + " |",
                "| user identity read | " + String.join(", ", Capabilities.userIdentities()) + " |");
    }

    private static List<String> table(String... rows) {
        List<String> table = new ArrayList<>(List.of(rows));
        int columns = (int) rows[0].chars().filter(c -> c == '|').count() - 1;
        table.add(1, "|---".repeat(columns) + "|");
        return table;
    }

    private static String mark(boolean yes) {
        return yes ? YES : "–";
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
