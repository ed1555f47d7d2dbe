package org.tandem.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measures how fast receivers take the same images. Each run sends images of its own, because a receiver answers one
 * that it has already without any work; every receiver starts on an empty folder and is warmed up first.
 */
final class ReceiveBenchmark {

    private static final int WARM_UP_ROWS = 64;
    private static final int WARM_UP_ASSOCIATIONS = 4;
    private static final int ROWS = 512;

    private final Path folder;
    private final List<Integer> associations;
    private final List<Path> warmUp;
    private final List<List<Path>> images = new ArrayList<>();

    /** Objects a second of one receiver, or of the disk, with so many associations at once. */
    record Run(String name, int associations, double objectsPerSecond) {}

    /**
     * What is sent.
     *
     * @param instances images of a run
     * @param warmUpInstances small images before the runs: receivers run for months, a JVM is slow in its first seconds
     */
    record Load(int instances, int warmUpInstances) {}

    /** Writes the images for all runs. */
    ReceiveBenchmark(Path folder, Load load, List<Integer> associations) throws IOException {
        this.folder = folder;
        this.associations = List.copyOf(associations);
        this.warmUp =
                new ArrayList<>(BenchImages.write(folder.resolve("warm-up"), load.warmUpInstances(), WARM_UP_ROWS));
        warmUp.addAll(BenchImages.write(folder.resolve("warm-up-large"), load.warmUpInstances() / 20, ROWS));
        for (int i = 0; i < associations.size(); i++) {
            images.add(BenchImages.write(folder.resolve("run-" + i), load.instances(), ROWS));
        }
    }

    /** Starts a receiver, sends it the images of every run, and stops it. */
    List<Run> measure(BenchReceiver receiver, Runnable afterEach) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("receiver"));
        List<Run> runs = new ArrayList<>();
        try (BenchReceiver.Running running = receiver.start(home)) {
            BenchSender.TANDEM.send(running.peer(), WARM_UP_ASSOCIATIONS, warmUp);
            for (int i = 0; i < associations.size(); i++) {
                long start = System.nanoTime();
                receiver.sender().send(running.peer(), associations.get(i), images.get(i));
                double seconds = (System.nanoTime() - start) / 1e9;
                runs.add(new Run(
                        receiver.name(), associations.get(i), images.get(i).size() / seconds));
                afterEach.run();
            }
        } finally {
            Folders.delete(home);
        }
        return runs;
    }

    /** What the disk can do at best: writes and forces the files of every run with as many threads. */
    List<Run> measureDisk() throws IOException, InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < associations.size(); i++) {
            Path home = Files.createDirectory(folder.resolve("disk"));
            ExecutorService threads = Executors.newFixedThreadPool(associations.get(i));
            try {
                byte[] content = Files.readAllBytes(images.get(i).get(0));
                List<Callable<Path>> writes = IntStream.range(0, images.get(i).size())
                        .<Callable<Path>>mapToObj(file -> () -> writeForced(home.resolve(file + ".dcm"), content))
                        .toList();
                long start = System.nanoTime();
                for (Future<Path> write : threads.invokeAll(writes)) {
                    write.get();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                runs.add(new Run("the disk alone", associations.get(i), writes.size() / seconds));
            } catch (ExecutionException e) {
                throw new IOException("The disk could not be measured", e);
            } finally {
                threads.shutdownNow();
                Folders.delete(home);
            }
        }
        return runs;
    }

    private static Path writeForced(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        return file;
    }
}
