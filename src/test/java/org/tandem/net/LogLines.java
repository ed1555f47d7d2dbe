package org.tandem.net;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a class logs while a test runs. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 60;

    private final Logger logger;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private LogLines(Class<?> type) {
        this.logger = (Logger) LoggerFactory.getLogger(type);
    }

    public static LogLines of(Class<?> type) {
        LogLines lines = new LogLines(type);
        lines.start();
        lines.logger.addAppender(lines);
        return lines;
    }

    /** Waits for a line with these words in it, and answers it. */
    public String await(String words) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            @Nullable String line = lines.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new AssertionError("not logged: " + words);
            }
            if (line.contains(words)) {
                return line;
            }
        }
    }

    /** Whether nothing more was logged so far. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
