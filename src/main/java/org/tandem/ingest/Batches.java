package org.tandem.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers items and hands them on a batch at a time. Used by one thread. */
final class Batches<T> {

    /** What is done with a batch. */
    @FunctionalInterface
    interface Work<T> {
        void on(List<T> batch) throws IOException;
    }

    private final int maxItems;
    private final Work<T> work;
    private final List<T> gathered = new ArrayList<>();

    Batches(int maxItems, Work<T> work) {
        this.maxItems = maxItems;
        this.work = work;
    }

    void add(T item) {
        gathered.add(item);
        if (gathered.size() == maxItems) {
            flush();
        }
    }

    /** Hands on what is left. */
    void flush() {
        try {
            work.on(List.copyOf(gathered));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gathered.clear();
    }
}
