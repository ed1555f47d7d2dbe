package org.tandem.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the channels of a tensor are, where each has a source or a treatment of its own: several series of a study on
 * one grid, or one series brought into range in several ways.
 *
 * @param channels in the order of the tensor; none where the input has no such channels
 * @param main index of the channel whose series results are about, and whose grid all are brought onto
 */
public record Composition(List<Channel> channels, int main) {

    public static final Composition NONE = new Composition(List.of(), 0);

    /**
     * One channel.
     *
     * @param match which series it is made of; empty: of the one that the model is asked about
     * @param values what is done to its values, by themselves
     */
    public record Channel(String name, Optional<Condition> match, Input.Values values) {}

    public Composition {
        channels = List.copyOf(channels);
    }

    public boolean isEmpty() {
        return channels.isEmpty();
    }

    /** Whether the model has to be given other series than the one that it is asked about. */
    public boolean isOfSeveralSeries() {
        return channels.stream().anyMatch(channel -> channel.match().isPresent());
    }

    /** The channel that a series is, by its index: the first whose conditions it meets. */
    public Optional<Integer> channelOf(SeriesFacts series) {
        return IntStream.range(0, channels.size())
                .boxed()
                .filter(i -> channels.get(i)
                        .match()
                        .filter(match -> match.holds(series))
                        .isPresent())
                .findFirst();
    }
}
