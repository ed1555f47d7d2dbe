package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * Writes data sets in the DICOM JSON Model (PS3.18 Annex F): text of every character set as Unicode, numbers with all
 * their digits, binary values inline up to a limit and by URI beyond it. Streams: no large value comes into memory.
 * Leaves out group lengths, as data sets here have none, and File Meta Information, which is no part of the model.
 */
public final class DataSetJson {

    private static final int SLICE_BYTES = 48 * 1024; // a multiple of 3, so that slices of base 64 join without padding

    private final String source;
    private final long inlineLimitBytes;
    private final JsonOutput out;

    private DataSetJson(String source, long inlineLimitBytes, JsonOutput out) {
        this.source = source;
        this.inlineLimitBytes = inlineLimitBytes;
        this.out = out;
    }

    /**
     * Writes one data set.
     *
     * @param source the URI of where it came from; a value by URI is this, "#" and the path of the attribute in the
     *     model, as in {@code #00081140/0/00080018}, items counted from 0
     * @param inlineLimitBytes binary values longer than this are given by URI; so are encapsulated ones always
     */
    public static void write(DataSet dataSet, String source, long inlineLimitBytes, Appendable out) throws IOException {
        new DataSetJson(source, inlineLimitBytes, new JsonOutput(out)).object(dataSet, source + "#");
    }

    private void object(DataSet dataSet, String path) throws IOException {
        out.begin('{');
        for (Element element : dataSet.elements()) {
            String name = String.format(Locale.ROOT, "%08X", element.tag());
            out.name(name);
            out.begin('{');
            out.name("vr").string(element.vr().name());
            if (!element.isEmpty()) {
                value(dataSet, element, path + name);
            }
            out.end('}');
        }
        out.end('}');
    }

    private void value(DataSet dataSet, Element element, String path) throws IOException {
        VR vr = element.vr();
        if (vr.kind() == VR.Kind.BULK || element.value() instanceof Value.Fragments) {
            bulk(element, path);
        } else if (element.value() instanceof Value.Items sequence) {
            items(sequence.items(), path);
        } else if (vr.kind() == VR.Kind.BINARY) {
            numbers(element);
        } else {
            texts(vr, dataSet.strings(element.tag()));
        }
    }

    private void bulk(Element element, String path) throws IOException {
        boolean inline = !(element.value() instanceof Value.Fragments)
                && ValueStreams.lengthBytes(element.value()) <= inlineLimitBytes;
        if (!inline) {
            out.name("BulkDataURI").string(path);
            return;
        }
        out.name("InlineBinary").beginString();
        try (InputStream in = ValueStreams.openLittleEndian(element)) {
            for (byte[] slice = in.readNBytes(SLICE_BYTES); slice.length > 0; slice = in.readNBytes(SLICE_BYTES)) {
                out.raw(Base64.getEncoder().encodeToString(slice));
            }
        }
        out.endString();
    }

    private void items(List<DataSet> items, String path) throws IOException {
        out.name("Value").begin('[');
        for (int i = 0; i < items.size(); i++) {
            out.next();
            object(items.get(i), path + "/" + i + "/");
        }
        out.end(']');
    }

    private void numbers(Element element) throws IOException {
        int width = BinaryValues.width(element.vr());
        ByteBuffer buffer =
                ByteBuffer.wrap(ValueStreams.readLittleEndian(element)).order(ByteOrder.LITTLE_ENDIAN);
        out.name("Value").begin('[');
        while (buffer.remaining() >= width) {
            out.next();
            number(element.vr(), buffer);
        }
        out.end(']');
    }

    /** F.2.3: 64-bit numbers may be strings too, but a reader that keeps digits reads them as numbers. */
    private void number(VR vr, ByteBuffer buffer) throws IOException {
        switch (vr) {
            case US -> out.raw(Integer.toString(Short.toUnsignedInt(buffer.getShort())));
            case SS -> out.raw(Short.toString(buffer.getShort()));
            case UL -> out.raw(Integer.toUnsignedString(buffer.getInt()));
            case SL -> out.raw(Integer.toString(buffer.getInt()));
            case SV -> out.raw(Long.toString(buffer.getLong()));
            case UV -> out.raw(Long.toUnsignedString(buffer.getLong()));
            case FL -> out.decimal(buffer.getFloat(), Float.toString(buffer.getFloat(buffer.position() - Float.BYTES)));
            case FD ->
                out.decimal(buffer.getDouble(), Double.toString(buffer.getDouble(buffer.position() - Double.BYTES)));
            case AT ->
                out.string(
                        String.format(Locale.ROOT, "%04X%04X", buffer.getShort() & 0xFFFF, buffer.getShort() & 0xFFFF));
            default -> throw new TandemException(TandemException.Kind.BUG, vr + " holds no numbers");
        }
    }

    private void texts(VR vr, List<String> texts) throws IOException {
        if (texts.isEmpty()) {
            return; // nothing but padding
        }
        out.name("Value").begin('[');
        for (String text : texts) {
            out.next();
            if (text.isEmpty()) {
                out.raw("null"); // F.2.5: an empty value among others
            } else if (vr == VR.PN) {
                personName(text);
            } else if (vr == VR.DS || vr == VR.IS) {
                out.numberOrString(text);
            } else {
                out.string(text);
            }
        }
        out.end(']');
    }

    /** F.2.2: the groups of a name, those that are not empty. */
    private void personName(String name) throws IOException {
        List<String> keys = List.of("Alphabetic", "Ideographic", "Phonetic");
        String[] groups = name.split("=", -1);
        out.begin('{');
        for (int i = 0; i < Math.min(groups.length, keys.size()); i++) {
            if (!groups[i].isEmpty()) {
                out.name(keys.get(i)).string(groups[i]);
            }
        }
        out.end('}');
    }
}
