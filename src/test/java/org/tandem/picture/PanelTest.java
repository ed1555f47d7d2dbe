package org.tandem.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PanelTest {

    private static final int MARGIN = 12;

    /** Pixels of 1 × 2 mm: ten by ten of them are twice as high as wide, in the middle of the panel. */
    @Test
    void pixelsThatAreNotSquareAreDrawnInTrueProportions() {
        Placement at =
                Placement.of(view(10, 10, new View.PixelSize(1, 2, true)), new Rectangle2D.Double(0, 0, 200, 200));

        assertThat(at.area()).isEqualTo(new Rectangle2D.Double(50, 0, 100, 200));
        assertThat(at.pixelWidth()).isEqualTo(10);
        assertThat(at.pixelHeight()).isEqualTo(20);
    }

    /** Pixel (7, 2) is from 70 to 80 and from 40 to 60 of the image, whose left edge is at 50. */
    @Test
    void aRegionLiesOnItsPixelsAndNowhereElse() {
        BitSet pixels = new BitSet();
        pixels.set(2 * 10 + 7);
        View view = view(10, 10, new View.PixelSize(1, 2, false));

        BufferedImage drawn = drawn(new Panel(view, List.of(new Region(pixels, 10, Color.RED)), ""));

        Color inside = new Color(drawn.getRGB(MARGIN + 50 + 75, MARGIN + 50));
        assertThat(inside.getRed()).as("tint over black").isEqualTo(50);
        assertThat(inside.getGreen()).isZero();
        assertThat(new Color(drawn.getRGB(MARGIN + 50 + 70, MARGIN + 50)).getRed())
                .as("line")
                .isGreaterThan(200);
        assertThat(drawn.getRGB(MARGIN + 50 + 66, MARGIN + 50)).as("left of it").isEqualTo(Color.BLACK.getRGB());
        assertThat(drawn.getRGB(MARGIN + 50 + 75, MARGIN + 64)).as("below it").isEqualTo(Color.BLACK.getRGB());
    }

    /** Greatest value over white: 0.65 of the map's colour (252, 255, 164) and 0.35 of white; least: all white. */
    @Test
    void aMapHidesTheImageTheMoreTheGreaterItsValues() {
        BufferedImage white = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        white.setRGB(0, 0, 0xFFFFFF);
        white.setRGB(1, 0, 0xFFFFFF);
        View view = new View(white, View.PixelSize.SQUARE, Optional.empty());
        HeatMap map = new HeatMap(new float[] {0, 1}, 2, new ColourScale(0, 1, ""));

        BufferedImage drawn = drawn(new Panel(view, List.of(map), ""));

        assertThat(new Color(drawn.getRGB(MARGIN + 10, MARGIN + 100))).isEqualTo(Color.WHITE);
        Color high = new Color(drawn.getRGB(MARGIN + 190, MARGIN + 100));
        assertThat((double) high.getBlue()).isCloseTo(0.65 * 164 + 0.35 * 255, within(5.0));
    }

    @Test
    void aPlaceIsARingAroundIt() {
        Mark mark = Mark.at(new Point2D.Double(5, 5), Color.GREEN, "");

        BufferedImage drawn = drawn(new Panel(view(10, 10, View.PixelSize.SQUARE), List.of(mark), ""));

        assertThat(drawn.getRGB(MARGIN + 100, MARGIN + 100))
                .as("what it is about stays visible")
                .isEqualTo(0xFF000000);
        assertThat(new Color(drawn.getRGB(MARGIN + 109, MARGIN + 100)).getGreen())
                .isGreaterThan(200);
    }

    @Test
    void aBarHasARoundLength() {
        assertThat(ScaleBar.lengthMm(7)).isEqualTo(5);
        assertThat(ScaleBar.lengthMm(49.9)).isEqualTo(20);
        assertThat(ScaleBar.words(ScaleBar.lengthMm(120))).isEqualTo("10 cm");
        assertThat(ScaleBar.words(ScaleBar.lengthMm(3))).isEqualTo("2 mm");
    }

    @Test
    void aLegendWithNumbersIsAsHighAsItSays() {
        Legend legend = new Legend(
                List.of(new Legend.Entry(Color.RED, "Nodule")),
                Optional.of(new Legend.Bar("Saliency", new ColourScale(0, 1, ""))));
        Panel panel = new Panel(view(4, 4, View.PixelSize.SQUARE), List.of(), "");

        BufferedImage with = new Montage(List.of(panel), legend, List.of(), 200).drawn();
        BufferedImage without = new Montage(List.of(panel), Legend.NONE, List.of(), 200).drawn();

        assertThat(with.getHeight() - without.getHeight()).isEqualTo((int) legend.height());
        assertThat(Legend.number(0.123456)).isEqualTo("0.12");
        assertThat(Legend.number(1234.5)).isIn("1234", "1235");
    }

    private static View view(int columns, int rows, View.PixelSize size) {
        return new View(new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB), size, Optional.empty());
    }

    private static BufferedImage drawn(Panel panel) {
        return new Montage(List.of(panel), Legend.NONE, List.of(), 200).drawn();
    }
}
