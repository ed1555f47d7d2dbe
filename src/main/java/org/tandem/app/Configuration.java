package org.tandem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScpLimits;
import org.tandem.net.ScuTimeouts;
import org.tandem.net.TlsListen;
import org.tandem.net.Users;
import org.tandem.work.Commitment;
import org.tandem.work.DestinationTerms;
import org.tandem.work.RetryPolicy;

/** Everything that {@code conf/tandem.yaml} says; each section is a record, each key a component of it. */
record Configuration(
        NodeSection node,
        StorageSection storage,
        DatabaseSection database,
        SeriesSection series,
        WorkSection work,
        InferenceSection inference,
        FileSection files,
        Map<String, Peer> destinations,
        NetworkSection network,
        WebSection web) {

    Configuration {
        destinations = Map.copyOf(destinations);
    }

    /** Who we are, and where we listen. */
    record NodeSection(AeTitle aeTitle, String bind, int dicomPort, List<AeTitle> callingAeTitles, String station) {
        NodeSection {
            callingAeTitles = List.copyOf(callingAeTitles);
        }
    }

    /** Where bytes lie. */
    record StorageSection(Path folder, long reserveBytes) {}

    /** Where rows lie; no URL means the embedded database. */
    record DatabaseSection(Optional<String> url, String user, Optional<Path> passwordFile, boolean clustered) {}

    /** When a series is complete, and how long others of its study are waited for. */
    record SeriesSection(
            Duration quietPeriod, Duration studyQuietPeriod, Duration restartGrace, List<AeTitle> completeAtRelease) {
        SeriesSection {
            completeAtRelease = List.copyOf(completeAtRelease);
        }
    }

    /**
     * How work is done.
     *
     * @param sending what destinations are sent, where it is not as usual
     */
    record WorkSection(
            int deliveryThreads,
            int warmModels,
            RetryPolicy inferenceRetry,
            RetryPolicy deliveryRetry,
            Commitment commitment,
            Map<String, DestinationTerms> sending) {

        WorkSection {
            sending = Map.copyOf(sending);
        }

        /** Where no destination has to commit, and all are sent what is usual. */
        WorkSection(int deliveryThreads, int warmModels, RetryPolicy inferenceRetry, RetryPolicy deliveryRetry) {
            this(deliveryThreads, warmModels, inferenceRetry, deliveryRetry, Commitment.NONE, Map.of());
        }

        WorkSection withCommitment(Commitment value) {
            return new WorkSection(deliveryThreads, warmModels, inferenceRetry, deliveryRetry, value, sending);
        }

        WorkSection withSending(Map<String, DestinationTerms> value) {
            return new WorkSection(deliveryThreads, warmModels, inferenceRetry, deliveryRetry, commitment, value);
        }
    }

    /**
     * How networks run.
     *
     * @param gpuSlots jobs that run at once on the first GPU; 0: none
     * @param cpuSlots jobs that run at once on the CPU; 0: none; both 0: one, on the GPU, or the CPU where there is
     *     none
     * @param slotWait how long a job waits for a slot
     * @param threads of TensorFlow, shared by all slots; 0: as many as there are processors
     * @param memoryBytes of the SavedModels that are kept loaded on a device; 0: without limit
     * @param warmUp models that are loaded and run once at the start
     */
    record InferenceSection(
            int gpuSlots, int cpuSlots, Duration slotWait, int threads, long memoryBytes, List<String> warmUp) {
        InferenceSection {
            warmUp = List.copyOf(warmUp);
        }

        /** Jobs that run at once, on all devices. */
        int slots() {
            return Math.max(1, gpuSlots + cpuSlots);
        }
    }

    /** Models and routes. */
    record FileSection(Path models, Path routes) {}

    /**
     * How the node speaks DICOM.
     *
     * @param limits what it bears of its peers
     * @param users who may open associations
     * @param tls the port of TLS; empty for none
     * @param requests how long it waits for peers that it asks
     */
    record NetworkSection(ScpLimits limits, Users users, Optional<TlsListen> tls, ScuTimeouts requests) {}

    /** The status page; always on loopback. */
    record WebSection(int port) {}

    /** The same with another identity and other ports, as the command line may ask. */
    Configuration withNode(NodeSection other) {
        return new Configuration(other, storage, database, series, work, inference, files, destinations, network, web);
    }

    Configuration withStorage(StorageSection other) {
        return new Configuration(node, other, database, series, work, inference, files, destinations, network, web);
    }

    Configuration withDestinations(Map<String, Peer> others) {
        return new Configuration(node, storage, database, series, work, inference, files, others, network, web);
    }

    Configuration withSeries(SeriesSection other) {
        return new Configuration(node, storage, database, other, work, inference, files, destinations, network, web);
    }

    Configuration withFiles(FileSection other) {
        return new Configuration(node, storage, database, series, work, inference, other, destinations, network, web);
    }

    Configuration withWeb(WebSection other) {
        return new Configuration(node, storage, database, series, work, inference, files, destinations, network, other);
    }
}
