package org.tandem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class LetteringTest {

    private final Lettering sans = Lettering.sans();

    /** Liberation Sans has the widths of Arial: A is 1366, i 455, a space 569 of 2048 units. */
    @Test
    void widthsAreThoseOfTheFont() {
        assertThat(sans.width("Ai ", 2048)).isCloseTo(1366 + 455 + 569, within(1e-9));
        assertThat(sans.width("Ai ", 16)).isCloseTo((1366 + 455 + 569) / 128.0, within(1e-9));
    }

    @Test
    void lettersOfFourAlphabetsAreWrittenAndOthersAreBoxes() {
        assertThat(sans.canWrite("Läsion λ Ж א 12 mm³ ≥ ±")).isTrue();
        assertThat(sans.canWrite("肺結節")).isFalse();
        assertThat(sans.writable("肺 12 𝔸")).isEqualTo("□ 12 □");
        assertThat(sans.width("肺", 100)).isEqualTo(sans.width("□", 100));
    }

    @Test
    void aTextIsCutWhereItIsTooLong() {
        assertThat(sans.fitted("Nodule", 10, 100)).isEqualTo("Nodule");
        String cut = sans.fitted("Nodule in the upper lobe of the left lung", 10, 100);
        assertThat(cut).startsWith("Nodule in").endsWith("…");
        assertThat(sans.width(cut, 10)).isLessThanOrEqualTo(100);
    }

    /** The bar of an H is 14 % of its height above and below the middle: Arial's stem is 194 units wide from 164 on. */
    @Test
    void aLetterStandsOnItsBaseLine() {
        BufferedImage picture = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);

        sans.draw(graphics, "H", new Point2D.Double(10, 80), 64);

        graphics.dispose();
        int stem = 10 + Math.round((168 + 95) * 64f / 2048);
        assertThat(picture.getRaster().getSample(stem, 79, 0))
                .as("foot of the stem")
                .isEqualTo(255);
        assertThat(picture.getRaster().getSample(stem, 81, 0))
                .as("below the line")
                .isZero();
        assertThat(picture.getRaster().getSample(stem, 80 - 42, 0))
                .as("1409 of 2048 units high")
                .isEqualTo(255);
        assertThat(picture.getRaster().getSample(stem, 80 - 46, 0))
                .as("above it")
                .isZero();
    }
}
