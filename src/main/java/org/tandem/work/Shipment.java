package org.tandem.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.DeflaterInputStream;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.StorageScu;
import org.tandem.net.StoreResult;
import org.tandem.result.iod.ResultKind;

/**
 * One delivery over one association: chooses the rendition that the peer takes, sends of it what the peer takes, and
 * says what was left out and why. For one thread.
 */
final class Shipment {

    private static final double MEBIBYTE = 1 << 20;

    private final StorageScu scu;
    private final OptionalLong segmentationLimitBytes;
    private final List<String> answers = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final List<Uid> taken = new ArrayList<>();
    private final List<StoreResult> refused = new ArrayList<>();

    Shipment(StorageScu scu, OptionalLong segmentationLimitBytes) {
        this.scu = scu;
        this.segmentationLimitBytes = segmentationLimitBytes;
    }

    /** Sends one of the renditions; after an object that may be taken later, nothing more. */
    SendOutcome send(List<List<ResultRecord>> renditions) {
        for (ResultRecord result : choose(renditions)) {
            Optional<String> objection = objection(result);
            if (objection.isPresent()) {
                leaveOut(objection.get());
            } else if (refused.stream().noneMatch(answer -> answer.kind() == StoreResult.Kind.RETRYABLE)) {
                scu.send(result.file(), answer -> answered(result, answer));
            }
        }
        scu.awaitAnswers();
        return outcome();
    }

    /** The first whose segmentation can be sent, else the last. */
    private List<ResultRecord> choose(List<List<ResultRecord>> renditions) {
        for (List<ResultRecord> rendition : renditions.subList(0, renditions.size() - 1)) {
            Optional<String> objection = rendition.stream()
                    .filter(result -> result.kind() == ResultKind.SEGMENTATION)
                    .flatMap(result -> objection(result).stream())
                    .findFirst();
            if (objection.isEmpty()) {
                return rendition;
            }
            leaveOut(objection.get());
        }
        return renditions.get(renditions.size() - 1);
    }

    /** Why a result cannot be sent. */
    private Optional<String> objection(ResultRecord result) {
        if (!scu.accepts(result.sopClass())) {
            return Optional.of(name(result) + " (not accepted by the peer)");
        }
        long limit = segmentationLimitBytes.orElse(Long.MAX_VALUE);
        long bytes = result.kind() == ResultKind.SEGMENTATION ? bytesOnTheLine(result, limit) : 0;
        return bytes <= limit
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s (%.2f MiB, above the limit of %.2f MiB)",
                        name(result),
                        bytes / MEBIBYTE,
                        limit / MEBIBYTE));
    }

    /** Deflates only what would be too large without. */
    private long bytesOnTheLine(ResultRecord result, long limit) {
        try {
            long bytes = Files.size(result.file());
            return bytes > limit && scu.deflates(result.sopClass()) ? deflatedBytes(result.file()) : bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long deflatedBytes(Path file) throws IOException {
        try (InputStream in = new DeflaterInputStream(Files.newInputStream(file))) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void answered(ResultRecord result, StoreResult answer) {
        answers.add(name(result) + (scu.deflates(result.sopClass()) ? " deflated " : " ") + answer);
        if (answer.stored()) {
            taken.add(result.sopInstance());
        } else {
            refused.add(answer);
        }
    }

    private void leaveOut(String what) {
        if (!leftOut.contains(what)) {
            leftOut.add(what);
        }
    }

    private SendOutcome outcome() {
        String missing = String.join(", ", leftOut);
        String said = String.join(", ", answers);
        String message = missing.isEmpty() ? said : (said.isEmpty() ? "" : said + "; ") + "left out: " + missing;
        return new SendOutcome(verdict(), message, taken, missing);
    }

    private SendOutcome.Verdict verdict() {
        if (refused.stream().anyMatch(answer -> answer.kind() == StoreResult.Kind.RETRYABLE)) {
            return SendOutcome.Verdict.FAILED;
        }
        return refused.isEmpty() && !taken.isEmpty() ? SendOutcome.Verdict.ACCEPTED : SendOutcome.Verdict.REFUSED;
    }

    private static String name(ResultRecord result) {
        String kind = result.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return result.sopClass().equals(SopClasses.LABEL_MAP_SEGMENTATION_STORAGE) ? kind + " as label map" : kind;
    }
}
