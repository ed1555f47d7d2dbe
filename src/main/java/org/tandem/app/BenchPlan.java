package org.tandem.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How a network is measured.
 *
 * @param rounds in each of which every contender has a turn
 * @param seconds of a turn, at least
 * @param atOnce objects that are asked about at once
 * @param leastCalls of a turn, however long they take
 */
record BenchPlan(int rounds, double seconds, int atOnce, int leastCalls) {

    private static final int LEAST_CALLS = 3;

    /** Fewer objects at once are taken before it comes to fewer rounds than this. */
    private static final int FEW_ROUNDS = 2;

    /** One object at a time, and several at once, each by Tandem and by the other runtime. */
    private static final int TURNS_OF_A_KIND = 2;

    /** As it is asked for. */
    static BenchPlan of(int rounds, double seconds, int atOnce) {
        return new BenchPlan(rounds, seconds, atOnce, LEAST_CALLS);
    }

    /**
     * What of it fits into a time: of a network that is too slow for it fewer calls, then fewer objects at once, though
     * no fewer than two, then fewer rounds.
     *
     * @param one how long a call about one object takes
     */
    BenchPlan within(Duration budget, Duration one) {
        BenchPlan plan = this;
        if (plan.estimate(one).compareTo(budget) > 0) {
            plan = new BenchPlan(rounds, seconds, atOnce, 1);
        }
        while (plan.atOnce > 2
                && plan.withRounds(Math.min(rounds, FEW_ROUNDS)).estimate(one).compareTo(budget) > 0) {
            plan = new BenchPlan(rounds, seconds, plan.atOnce / 2, 1);
        }
        while (plan.rounds > 1 && plan.estimate(one).compareTo(budget) > 0) {
            plan = plan.withRounds(plan.rounds - 1);
        }
        return plan;
    }

    /** In words, what became of a plan; empty if all of it is kept. */
    Optional<String> instead(BenchPlan asked, Duration one) {
        return equals(asked)
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "a call about one object takes %.2f s: %d at once instead of %d, %d rounds instead of %d, turns"
                                + " of %d calls at least instead of %d",
                        one.toNanos() / 1e9,
                        atOnce,
                        asked.atOnce,
                        rounds,
                        asked.rounds,
                        leastCalls,
                        asked.leastCalls));
    }

    /** Rounds before those that count: what is measured is compiled there, which of slow calls is a small part. */
    int roundsBefore() {
        return leastCalls > 1 ? 1 : 0;
    }

    private BenchPlan withRounds(int other) {
        return new BenchPlan(other, seconds, atOnce, leastCalls);
    }

    /** Of all rounds, counted or not. */
    private Duration estimate(Duration one) {
        double call = one.toNanos() / 1e9;
        double alone = Math.max(seconds, leastCalls * call);
        double together = Math.max(seconds, leastCalls * call * atOnce);
        return Duration.ofMillis((long) ((rounds + roundsBefore()) * TURNS_OF_A_KIND * (alone + together) * 1000));
    }
}
