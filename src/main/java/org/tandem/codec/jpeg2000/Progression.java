package org.tandem.codec.jpeg2000;

import java.util.Comparator;
import java.util.List;

/**
 * A walk through packets (15444-1 A.6.6, B.12). Packets that an earlier walk passed are not passed again.
 *
 * @param lastLayer the first layer, resolution, component beyond it
 */
record Progression(
        Order order, int firstResolution, int lastResolution, int firstComponent, int lastComponent, int lastLayer) {

    private static final int RESOLUTIONS = 33;

    /** Which of layer, resolution, component and position changes most slowly, and so on (Table A.16). */
    enum Order {
        LRCP,
        RLCP,
        RPCL,
        PCRL,
        CPRL;

        private static final Comparator<PrecinctPlace> BY_RESOLUTION =
                Comparator.comparingInt(PrecinctPlace::resolution);
        private static final Comparator<PrecinctPlace> BY_COMPONENT = Comparator.comparingInt(PrecinctPlace::component);
        private static final Comparator<PrecinctPlace> BY_POSITION =
                Comparator.comparingLong(PrecinctPlace::y).thenComparingLong(PrecinctPlace::x);

        static Order of(int code, int offset) {
            if (code >= values().length) {
                throw Refusals.refused("progression order", offset, code, "0 to 4");
            }
            return values()[code];
        }

        /** How precincts follow each other within one layer. */
        Comparator<PrecinctPlace> precincts() {
            Comparator<PrecinctPlace> coarse =
                    switch (this) {
                        case LRCP, RLCP -> BY_RESOLUTION.thenComparing(BY_COMPONENT);
                        case RPCL -> BY_RESOLUTION.thenComparing(BY_POSITION).thenComparing(BY_COMPONENT);
                        case PCRL -> BY_POSITION.thenComparing(BY_COMPONENT).thenComparing(BY_RESOLUTION);
                        case CPRL -> BY_COMPONENT.thenComparing(BY_POSITION).thenComparing(BY_RESOLUTION);
                    };
            return coarse.thenComparingInt(PrecinctPlace::index);
        }

        /** Whether all layers of the one precinct, or the one resolution, come before the next has its first. */
        boolean separates(PrecinctPlace one, PrecinctPlace next) {
            return switch (this) {
                case LRCP -> false;
                case RLCP -> one.resolution() != next.resolution();
                case RPCL, PCRL, CPRL -> true;
            };
        }
    }

    static Progression all(Order order, int components, int layers) {
        return new Progression(order, 0, RESOLUTIONS, 0, components, layers);
    }

    /** Reads the changes of POC. */
    static void read(ByteInput in, int components, List<Progression> into) {
        boolean small = components < 257;
        while (in.remaining() >= (small ? 7 : 9)) {
            int firstResolution = in.u8("RSpoc");
            int firstComponent = small ? in.u8("CSpoc") : in.u16("CSpoc");
            int lastLayer = in.u16("LYEpoc");
            int lastResolution = in.u8("REpoc");
            int lastComponent = small ? in.u8("CEpoc") : in.u16("CEpoc");
            Order order = Order.of(in.u8("Ppoc"), in.position() - 1);
            int end = lastComponent == 0 ? components : lastComponent;
            into.add(new Progression(order, firstResolution, lastResolution, firstComponent, end, lastLayer));
        }
    }

    boolean includes(PrecinctPlace place) {
        return place.resolution() >= firstResolution
                && place.resolution() < lastResolution
                && place.component() >= firstComponent
                && place.component() < lastComponent;
    }
}
