package org.tandem.work;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs with a run that could not be written down: the database did not answer when it began or ended, so that its row
 * says that it waits or runs, and no trigger will ever run it. A restart would find them; until then they are
 * remembered here. Thread-safe.
 */
final class Stranded {

    private static final Logger LOG = LoggerFactory.getLogger(Stranded.class);

    private final Set<JobId> jobs = ConcurrentHashMap.newKeySet();

    /** Runs it, and remembers the job if that throws. */
    void unlessItEnds(JobId id, Runnable run) {
        try {
            run.run();
        } catch (RuntimeException | OutOfMemoryError e) {
            jobs.add(id);
            LOG.error("Job {} could not be written down, is taken up when the database answers again", id, e);
        }
    }

    /** Remembers it. */
    void add(JobId id) {
        jobs.add(id);
    }

    List<JobId> all() {
        return List.copyOf(jobs);
    }

    /** It is taken up. */
    void remove(JobId id) {
        jobs.remove(id);
    }
}
