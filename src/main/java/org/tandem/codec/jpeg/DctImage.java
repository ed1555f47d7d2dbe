package org.tandem.codec.jpeg;

/** An image of blocks of cosines (T.81 Annexes F and G). For one thread. */
final class DctImage implements CodedImage {

    private final FrameHeader frame;
    private final Component[] components;
    private final InverseTransform transform;

    DctImage(FrameHeader frame) {
        this.frame = frame;
        this.components =
                frame.parts().stream().map(part -> new Component(frame, part)).toArray(Component[]::new);
        this.transform = new InverseTransform(frame.precision());
    }

    @Override
    public int decode(ScanHeader header, Tables tables, BitReader in) {
        Component[] parts =
                header.parts().stream().map(part -> components[part.index()]).toArray(Component[]::new);
        for (Component part : parts) {
            part.begin(header, in);
            part.quantization(tables, in);
        }
        DctScan scan = new DctScan(header, parts, tables, in);
        boolean progressive = frame.process() == FrameHeader.PROGRESSIVE;
        scan.read(progressive ? new ProgressiveBlocks(scan) : new SequentialBlocks(scan, transform), frame);
        return in.end();
    }

    @Override
    public int[] samples(boolean ended) {
        Upsampling out = new Upsampling(frame);
        for (int place = 0; place < components.length; place++) {
            if (!components[place].isComplete(ended)) {
                throw JpegStream.missing(place);
            }
            components[place].transform(transform);
            out.put(components[place], place);
        }
        return out.samples();
    }
}
