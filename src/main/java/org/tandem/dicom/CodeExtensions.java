package org.tandem.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Text in several repertoires at once, switched by escape sequences (PS3.5 6.1.2.5; examples in its annexes H, I and
 * K). What is in force at the start is in force again after every delimiter of values, components and lines.
 *
 * @param initialG0 lower half at the start
 * @param initialG1 upper half at the start; empty for none
 * @param all what may be switched to, in the order in which it is preferred
 */
record CodeExtensions(Repertoire initialG0, Optional<Repertoire> initialG1, List<Repertoire> all) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final byte UNENCODABLE = '?';
    private static final int FIRST_GRAPHIC = 0x21;

    CodeExtensions {
        all = List.copyOf(all);
    }

    /** Whether the state at the start is in force again after this character. */
    private static boolean isDelimiter(int character, VR vr) {
        return switch (character) {
            case '\n', '\r', '\f', '\t' -> true;
            case '\\' -> vr.kind() != VR.Kind.LONG_TEXT;
            case '^', '=' -> vr == VR.PN;
            default -> false;
        };
    }

    /** Whether there is anything beyond the default repertoire. */
    boolean declared() {
        return all.stream().anyMatch(repertoire -> repertoire != Repertoire.ASCII);
    }

    String decode(byte[] bytes, VR vr) {
        return new Decoding(bytes, vr).run();
    }

    byte[] encode(String text, VR vr) {
        Encoding encoding = new Encoding(vr);
        text.codePoints().forEach(encoding::put);
        return encoding.end();
    }

    /** One value on its way from bytes to characters. */
    private final class Decoding {
        private final byte[] bytes;
        private final VR vr;
        private final StringBuilder text = new StringBuilder();
        private Repertoire lower = initialG0;
        private Optional<Repertoire> upper = initialG1;
        private int position;

        private Decoding(byte[] bytes, VR vr) {
            this.bytes = bytes;
            this.vr = vr;
        }

        private String run() {
            while (position < bytes.length) {
                byte next = bytes[position];
                if (next == Repertoire.ESCAPE) {
                    designate();
                } else if (next < 0) {
                    upper.ifPresentOrElse(this::take, this::takeUnknown);
                } else if (next < FIRST_GRAPHIC || lower.bytesPerCharacter() == 1) {
                    takeSingle(next);
                } else {
                    take(lower);
                }
            }
            return text.toString();
        }

        /** An escape that designates nothing known is shown as such. */
        private void designate() {
            position++;
            Optional<Repertoire> found = Repertoire.designatedAt(bytes, position);
            if (found.isEmpty()) {
                text.append(REPLACEMENT);
                return;
            }
            position += found.get().designationBytes();
            if (found.get().half() == Repertoire.Half.G0) {
                lower = found.get();
            } else {
                upper = found;
            }
        }

        private void takeSingle(byte character) {
            text.append((char) character);
            position++;
            if (isDelimiter(character, vr)) {
                lower = initialG0;
                upper = initialG1;
            }
        }

        private void take(Repertoire repertoire) {
            if (position + repertoire.bytesPerCharacter() > bytes.length) {
                takeUnknown();
                return;
            }
            text.append(repertoire.decode(bytes, position));
            position += repertoire.bytesPerCharacter();
        }

        private void takeUnknown() {
            text.append(REPLACEMENT);
            position++;
        }
    }

    /** One value on its way from characters to bytes. */
    private final class Encoding {
        private final VR vr;
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private Repertoire lower = initialG0;
        private Optional<Repertoire> upper = initialG1;

        private Encoding(VR vr) {
            this.vr = vr;
        }

        private void put(int codePoint) {
            if (codePoint < FIRST_GRAPHIC || isDelimiter(codePoint, vr)) {
                putPlain(codePoint);
                return;
            }
            String character = Character.toString(codePoint);
            if (putIn(lower, character) || (upper.isPresent() && putIn(upper.get(), character))) {
                return;
            }
            for (Repertoire repertoire : all) {
                if (repertoire.encode(character).isPresent()) {
                    designate(repertoire);
                    putIn(repertoire, character);
                    return;
                }
            }
            designate(initialG0);
            out.write(UNENCODABLE);
        }

        /** Spaces and delimiters stand in single-byte text: PS3.5 6.1.2.5.3 wants the switch back before them. */
        private void putPlain(int character) {
            designate(initialG0);
            out.write(character);
            if (isDelimiter(character, vr)) {
                upper = initialG1;
            }
        }

        private boolean putIn(Repertoire repertoire, String character) {
            Optional<byte[]> bytes = repertoire.encode(character);
            bytes.ifPresent(out::writeBytes);
            return bytes.isPresent();
        }

        private void designate(Repertoire repertoire) {
            boolean lowerHalf = repertoire.half() == Repertoire.Half.G0;
            if (lowerHalf ? lower == repertoire : upper.equals(Optional.of(repertoire))) {
                return;
            }
            out.write(Repertoire.ESCAPE);
            out.writeBytes(repertoire.designation());
            if (lowerHalf) {
                lower = repertoire;
            } else {
                upper = Optional.of(repertoire);
            }
        }

        private byte[] end() {
            designate(initialG0);
            return out.toByteArray();
        }
    }
}
