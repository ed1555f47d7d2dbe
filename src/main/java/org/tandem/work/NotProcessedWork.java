package org.tandem.work;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.history.Chapter;
import org.tandem.history.Run;
import org.tandem.model.ModelName;
import org.tandem.result.NotProcessed;
import org.tandem.result.ResultBuilder;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesHeaders;
import org.tandem.series.SourceSeries;

/**
 * Tells the destinations of a job that the model was to read a series and did not, and why: silence would be read as
 * "nothing found". Where no image says whose it is, nothing can be told, and the row says so.
 */
final class NotProcessedWork {

    private static final Logger LOG = LoggerFactory.getLogger(NotProcessedWork.class);

    /** Places on our disk are of no use to a reader elsewhere. */
    private static final Pattern FILE = Pattern.compile("(?<!\\S)(/[^\\s,;:]+|[^\\s,;:]+\\.dcm)");

    private static final int MOST_LETTERS = 1000;

    private final InferenceWork.Sources sources;
    private final SeriesProcessor processor;
    private final InferenceWork.Sending sending;

    NotProcessedWork(InferenceWork.Sources sources, SeriesProcessor processor, InferenceWork.Sending sending) {
        this.sources = sources;
        this.processor = processor;
        this.sending = sending;
    }

    /** The same outcome, with the report that tells of it where it is one to be told of. */
    JobOutcome tell(JobRecord job, JobOutcome outcome) {
        JobOrder.RouteTaken route = job.order().route();
        boolean wanted =
                route.wishes().reportNotProcessed() && !route.destinations().isEmpty();
        return wanted && outcome instanceof JobOutcome.Unread unread ? tell(job, unread) : outcome;
    }

    private JobOutcome tell(JobRecord job, JobOutcome.Unread unread) {
        try {
            List<Path> files =
                    sources.files().of(job.order().series(), job.order().revision());
            Optional<SourceSeries> series = SeriesHeaders.read(files);
            if (series.isEmpty()) {
                LOG.error("No destination is told that the series was not processed: no image says whose it is");
                return unread.noting("no destination is told: no image says whose it is");
            }
            return unread.telling(filed(job, series.get(), reason(job, unread)));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("No destination is told that the series was not processed", e);
            return unread.noting("no destination is told, for the report failed: "
                    + e.getClass().getSimpleName());
        }
    }

    private JobOutcome.Filed filed(JobRecord job, SourceSeries series, String reason) {
        ModelIdentity model = identity(job.order().model());
        List<String> destinations = job.order().route().destinations();
        Chapter chapter = sending.history().chapter(Run.notProcessed(series, model), destinations);
        NotProcessed said = new NotProcessed(series, model, reason, processor.production());
        Map<Uid, ResultObject> objects = new LinkedHashMap<>();
        List<Parcel> parcels = new ArrayList<>();
        for (String destination : destinations) {
            List<ResultObject> forms = sending.destinations().reportForms(destination).stream()
                    .map(form -> ResultBuilder.notProcessed(said, form, chapter.replacedAt(destination)))
                    .toList();
            forms.forEach(form -> objects.putIfAbsent(form.sopInstance(), form));
            parcels.add(new Parcel(
                    destination,
                    forms.stream().map(form -> List.of(form.sopInstance())).toList()));
        }
        List<ResultObject> made = List.copyOf(objects.values());
        List<ResultRecord> records = sending.outbox().write(job.id(), made);
        sending.remember(chapter, made, records);
        return new JobOutcome.Filed(records, parcels);
    }

    /** A model that cannot be read is told of by its name. */
    private ModelIdentity identity(ModelName name) {
        try {
            return ModelIdentity.of(
                    sources.models().require(name.name(), name.version()).manifest());
        } catch (TandemException e) {
            return new ModelIdentity(name.name(), name.version(), name.name(), "unknown");
        }
    }

    private static String reason(JobRecord job, JobOutcome.Unread unread) {
        if (unread instanceof JobOutcome.Refused) {
            String text = FILE.matcher(unread.message()).replaceAll("(file)");
            return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "…";
        }
        return "PROCESSING_FAILED: it was tried " + job.attempts() + " times and failed each time; job " + job.id()
                + " at the AI node says more";
    }
}
