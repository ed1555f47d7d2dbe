package org.tandem.evaluate.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tandem.dicom.TandemException;

/**
 * What the readers of LIDC-IDRI marked in one CT (doi:10.1118/1.3528204), from the XML beside it: nodules with an
 * outline on each slice, or, below 3 mm, with a point. Marks of what is no nodule are left out.
 *
 * @param series the Series Instance UID of the CT
 */
record LidcReading(String series, List<Nodule> nodules) {

    private static final int BEGINNING_BYTES = 1024;

    LidcReading {
        nodules = List.copyOf(nodules);
    }

    /**
     * A nodule as one reader saw it.
     *
     * @param reader from 1
     */
    record Nodule(int reader, List<Outline> outlines) {

        Nodule {
            outlines = List.copyOf(outlines);
        }

        /** Below 3 mm, which readers marked by a point. */
        boolean isSmall() {
            return outlines.stream().allMatch(outline -> outline.points().size() == 1);
        }
    }

    /** The pixels around it on one slice, the first ones that are not of it; or a single one in its middle. */
    record Outline(String instance, boolean included, List<Point> points) {

        Outline {
            points = List.copyOf(points);
        }
    }

    /** Column and row of a pixel, from 0. */
    record Point(int x, int y) {}

    /** Whether a document says of itself that it is one; the readings of a radiograph have another name. */
    static boolean isOne(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1).contains("<LidcReadMessage");
        }
    }

    static LidcReading read(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            return new Parser(xml).parse(file);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "LIDC readings " + file.getFileName() + ": got " + e.getMessage()
                            + ", expected the XML that comes with the images",
                    e);
        }
    }

    /** Goes through a document once; for one thread. */
    private static final class Parser {

        private final XMLStreamReader xml;
        private final List<Nodule> nodules = new ArrayList<>();
        private String series = "";
        private int reader;
        private List<Outline> outlines = new ArrayList<>();
        private List<Point> points = new ArrayList<>();
        private String instance = "";
        private boolean included = true;
        private int x;

        Parser(XMLStreamReader xml) {
            this.xml = xml;
        }

        LidcReading parse(Path file) throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    start(xml.getLocalName());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.getLocalName());
                }
            }
            if (series.isEmpty()) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "LIDC readings " + file.getFileName() + ": got no SeriesInstanceUid, expected that of the CT");
            }
            return new LidcReading(series, nodules);
        }

        private void start(String name) throws XMLStreamException {
            switch (name) {
                case "SeriesInstanceUid" -> series = xml.getElementText().strip();
                case "readingSession" -> reader++;
                case "unblindedReadNodule" -> outlines = new ArrayList<>();
                case "roi" -> {
                    points = new ArrayList<>();
                    included = true;
                }
                case "imageSOP_UID" -> instance = xml.getElementText().strip();
                case "inclusion" ->
                    included = Boolean.parseBoolean(xml.getElementText().strip());
                case "xCoord" -> x = Integer.parseInt(xml.getElementText().strip());
                case "yCoord" ->
                    points.add(
                            new Point(x, Integer.parseInt(xml.getElementText().strip())));
                default -> {}
            }
        }

        private void end(String name) {
            if (name.equals("roi")) {
                outlines.add(new Outline(instance, included, points));
            } else if (name.equals("unblindedReadNodule")) {
                nodules.add(new Nodule(reader, outlines));
            }
        }
    }
}
