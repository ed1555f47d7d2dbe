package org.tandem.work;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.DeflaterInputStream;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.StorageScu;
import org.tandem.net.StoreResult;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.sr.ReportForm;

/**
 * One delivery over one association: chooses the rendition that the peer takes, sends of it what the peer takes, and
 * says what was left out and why. For one thread.
 */
final class Shipment {

    private static final double MEBIBYTE = 1 << 20;

    private final StorageScu scu;
    private final OptionalLong segmentationLimitBytes;
    private final Map<ResultRecord, Optional<String>> objections = new HashMap<>();
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

    /** The first whose segmentation can be sent; of those with the same segmentation the first whose report can be. */
    private List<ResultRecord> choose(List<List<ResultRecord>> renditions) {
        List<List<ResultRecord>> able = able(renditions, ResultKind.SEGMENTATION);
        List<ResultRecord> shown = of(able.get(0), ResultKind.SEGMENTATION);
        List<List<ResultRecord>> alike = able.stream()
                .filter(rendition -> of(rendition, ResultKind.SEGMENTATION).equals(shown))
                .toList();
        return able(alike, ResultKind.STRUCTURED_REPORT).get(0);
    }

    private static List<ResultRecord> of(List<ResultRecord> rendition, ResultKind kind) {
        return rendition.stream().filter(result -> result.kind() == kind).toList();
    }

    /** From the first on that can be sent as far as this kind goes; notes why not those before. All, if none can be. */
    private List<List<ResultRecord>> able(List<List<ResultRecord>> renditions, ResultKind kind) {
        List<String> why = new ArrayList<>();
        for (int i = 0; i < renditions.size(); i++) {
            Optional<String> objection = of(renditions.get(i), kind).stream()
                    .flatMap(result -> objection(result).stream())
                    .findFirst();
            if (objection.isEmpty()) {
                why.forEach(this::leaveOut);
                return renditions.subList(i, renditions.size());
            }
            why.add(objection.get());
        }
        return renditions;
    }

    /** Why a result cannot be sent; asked once of each, since it may have to be deflated for it. */
    private Optional<String> objection(ResultRecord result) {
        return objections.computeIfAbsent(result, this::look);
    }

    private Optional<String> look(ResultRecord result) {
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

    /** The kind, and the form of what has several. */
    private static String name(ResultRecord result) {
        String kind = result.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (result.sopClass().equals(SopClasses.LABEL_MAP_SEGMENTATION_STORAGE)) {
            return kind + " as label map";
        }
        return ReportForm.of(result.sopClass())
                .filter(form -> form != ReportForm.COMPREHENSIVE_3D)
                .map(form -> kind + " as " + form.title())
                .orElse(kind);
    }
}
