package org.tandem.result.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.Uid;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Segment;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Rows of voxels of 1 mm: "...###..." is a segment from 3 to 5 mm. */
class ContinuityTest {

    private static final Code ABNORMAL = new Code("49755003", "SCT", "Morphologically Abnormal Structure");
    private static final Code NODULE = new Code("27925004", "SCT", "Nodule");
    private static final Code CYST = new Code("367643001", "SCT", "Cyst");
    private static final Uid OLD = new Uid("1.2.3");
    private static final Uid OLDER = new Uid("1.2.4");

    @Test
    void whatLiesWhereItLayKeepsItsName() {
        assertThat(names(now("..####.."), then(OLD, "..####.."))).containsExactly(OLD);
    }

    @Test
    void whatHasGrownOrMovedALittleKeepsItsName() {
        assertThat(names(now(".######."), then(OLD, "...##..."))).containsExactly(OLD);
        assertThat(names(now("..####.."), then(OLD, "....####"))).containsExactly(OLD);
    }

    @Test
    void whatLiesBesideItIsAnother() {
        assertThat(names(now("....####"), then(OLD, "####....")))
                .containsExactly(name(0))
                .doesNotContain(OLD);
        assertThat(names(now("....####"), then(OLD, ".####..."))).containsExactly(name(0));
    }

    @Test
    void whatIsOfAnotherTypeIsAnother() {
        assertThat(names(now("..####.."), new PriorFinding(CYST, OLD, mask("..####.."))))
                .containsExactly(name(0));
    }

    @Test
    void theGreatestOverlapWinsAndEachNameIsGivenOnce() {
        List<Uid> names = new Continuity(List.of(then(OLD, "###....."), then(OLDER, "..######")))
                .keep(findings(now("####...."), now("....####"))).all().stream()
                        .map(finding -> finding.tracking().uid())
                        .toList();
        assertThat(names).containsExactly(OLD, OLDER);
        assertThat(new Continuity(List.of(then(OLD, "########")))
                        .keep(findings(now("##......"), now("...#####")))
                        .all())
                .extracting(finding -> finding.tracking().uid())
                .containsExactly(name(0), OLD);
    }

    /** One voxel of 2 mm with its centre at 4.5 mm: it reaches from 3.5 to 5.5 mm, and holds the centres 4 and 5. */
    @Test
    void gridsMayDiffer() {
        Grid coarse =
                new Grid(new Size(4, 1, 1), mask("...").grid().axes(), new Vector3(2, 1, 1), new Vector3(0.5, 0, 0));
        PriorFinding then = new PriorFinding(NODULE, OLD, new Mask(coarse, bits("..#.")));
        assertThat(names(now("....##.."), then)).containsExactly(OLD);
        assertThat(names(now("##......"), then)).containsExactly(name(0));
    }

    @Test
    void theIdentifierForPeopleAndAllElseStay() {
        Findings before = findings(now("..####.."));
        Finding after = new Continuity(List.of(then(OLD, "..####..")))
                .keep(before)
                .all()
                .get(0);
        assertThat(after.tracking().identifier()).isEqualTo("Nodule");
        assertThat(((Finding.Segmented) after).number()).isEqualTo(1);
        assertThat(after.meaning()).isEqualTo(before.all().get(0).meaning());
    }

    private static List<Uid> names(Mask now, PriorFinding then) {
        return new Continuity(List.of(then))
                .keep(findings(now)).all().stream()
                        .map(finding -> finding.tracking().uid())
                        .toList();
    }

    private static Findings findings(Mask... masks) {
        List<PredictedSegment> segments = IntStream.range(0, masks.length)
                .mapToObj(i -> new PredictedSegment(new Segment(i, "Nodule", ABNORMAL, NODULE), masks[i]))
                .toList();
        return Findings.of(List.of(new SegmentationFindings(segments, List.of())), ContinuityTest::name);
    }

    private static Uid name(int index) {
        return new Uid("1.9." + index);
    }

    private static PriorFinding then(Uid name, String row) {
        return new PriorFinding(new Code(NODULE.value(), NODULE.scheme(), "Knoten"), name, mask(row));
    }

    private static Mask now(String row) {
        return mask(row);
    }

    private static Mask mask(String row) {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        return new Mask(
                new Grid(new Size(row.length(), 1, 1), axes, new Vector3(1, 1, 1), new Vector3(0, 0, 0)), bits(row));
    }

    private static BitSet bits(String row) {
        BitSet bits = new BitSet();
        IntStream.range(0, row.length()).filter(i -> row.charAt(i) == '#').forEach(bits::set);
        return bits;
    }
}
