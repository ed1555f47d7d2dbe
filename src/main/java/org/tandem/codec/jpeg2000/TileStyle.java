package org.tandem.codec.jpeg2000;

/**
 * Coding style default, COD (15444-1 A.6.1).
 *
 * @param layers of quality
 * @param colourTransform whether the first three components are one colour (RCT or ICT)
 * @param startsPackets whether SOP markers may stand before packets
 * @param endsHeaders whether EPH markers stand after packet headers
 * @param components what holds for those components that have no COC
 */
record TileStyle(
        Progression.Order order,
        int layers,
        boolean colourTransform,
        boolean startsPackets,
        boolean endsHeaders,
        CodingStyle components) {

    static TileStyle read(ByteInput in) {
        int style = in.u8("Scod");
        Progression.Order order = Progression.Order.of(in.u8("progression order"), in.position() - 1);
        int layers = in.u16("layers");
        if (layers == 0) {
            throw Refusals.refused("layers", in.position() - 2, 0, "at least 1");
        }
        boolean colour = in.u8("component transform") != 0;
        CodingStyle components = CodingStyle.read(in, (style & 1) != 0);
        return new TileStyle(order, layers, colour, (style & 2) != 0, (style & 4) != 0, components);
    }
}
