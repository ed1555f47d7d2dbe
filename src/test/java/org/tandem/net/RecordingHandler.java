package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tandem.dicom.Uid;

/** Keeps what it is given, and tells tests what happened, in order. */
public final class RecordingHandler implements StoreHandler {

    /** One thing that happened, in words; with the exception of a stream that broke. */
    record Event(String what, AssociationInfo association) {}

    private static final long DEADLINE_SECONDS = 60;

    final Map<Uid, byte[]> stored = new ConcurrentHashMap<>();
    final Map<Uid, StoreRequest> requests = new ConcurrentHashMap<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    @Override
    public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
        events.add(new Event("began", request.association()));
        try {
            stored.put(request.sopInstance(), dataSet.readAllBytes());
        } catch (IOException e) {
            events.add(new Event("broke: " + e.getMessage(), request.association()));
            throw e;
        }
        requests.put(request.sopInstance(), request);
        return StoreOutcome.SUCCESS;
    }

    @Override
    public void associationEnded(AssociationInfo association, boolean released) {
        events.add(new Event(released ? "released" : "not released", association));
    }

    /** What happened next; fails the test if nothing does. */
    String next() throws InterruptedException {
        Event event = events.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing happened");
        }
        return event.what();
    }
}
