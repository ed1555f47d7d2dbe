package org.tandem.work;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.model.Manifest;
import org.tandem.model.ModelStore;
import org.tandem.series.GridSeries;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Four MR sequences of one head on three grids, for the test model "four-sequences": a brain of 25 mm, in it a tumour
 * of 10 mm that takes up contrast, and oedema of 8 mm elsewhere that is bright in FLAIR only; beside it a vial, bright
 * in all of them. Brightness differs between sequences, as it does between scanners.
 */
public record FourSequences(Path folder) {

    public static final Uid FLAIR = new Uid("1.2.9.1");
    public static final Uid T1C = new Uid("1.2.9.2");
    public static final Uid T1 = new Uid("1.2.9.3");
    public static final Uid T2 = new Uid("1.2.9.4");
    public static final List<Uid> ALL = List.of(FLAIR, T1C, T1, T2);

    public static final double TUMOUR_RADIUS_MM = 10;
    public static final Vector3 TUMOUR = new Vector3(8, -6, 4);
    public static final double OEDEMA_RADIUS_MM = 8;
    public static final Vector3 OEDEMA = new Vector3(-10, 8, -6);

    private static final Vector3 VIAL = new Vector3(22, 22, 18);

    private static final Axes AXIAL = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    private static final Axes SAGITTAL = new Axes(new Vector3(0, 1, 0), new Vector3(0, 0, -1), new Vector3(-1, 0, 0));

    public static Manifest manifest() {
        return new ModelStore(Path.of("src", "test", "resources", "models"))
                .require("four-sequences")
                .manifest();
    }

    /** The files of a sequence, written into a folder of its own. */
    public List<Path> write(Uid series) {
        return write(series, header -> {});
    }

    /** The same, somewhat changed. */
    public List<Path> write(Uid series, Consumer<DataSetBuilder> change) {
        return new GridSeries(folder, "1.2.9").write(series, grid(series), values(series), header -> {
            header.putText(Tag.SERIES_DESCRIPTION, VR.LO, description(series));
            header.putText(Tag.ECHO_TIME, VR.DS, series.equals(T2) ? "98" : "3.1");
            if (series.equals(T1C)) {
                header.putText(Tag.CONTRAST_BOLUS_AGENT, VR.LO, "Gadovist");
            }
            change.accept(header);
        });
    }

    public static Grid grid(Uid series) {
        return series.equals(FLAIR)
                ? new Grid(new Size(24, 24, 15), SAGITTAL, new Vector3(3, 3, 5), new Vector3(35, -34.5, 34.5))
                : new Grid(
                        new Size(24, 24, 16),
                        AXIAL,
                        new Vector3(3, 3, 4.5),
                        new Vector3(-34.5, -34.5, series.equals(T2) ? -33 : -33.75));
    }

    /** "AX" stands for what a technologist typed: the T2 is known by its echo time only. */
    private static String description(Uid series) {
        if (series.equals(FLAIR)) {
            return "Sag Dark-Fluid";
        }
        return series.equals(T2) ? "AX" : "Ax T1 TSE";
    }

    private static ToDoubleFunction<Vector3> values(Uid series) {
        double scale = 500 + 100 * ALL.indexOf(series);
        return place -> scale * brightness(series, place);
    }

    private static double brightness(Uid series, Vector3 place) {
        boolean brain = place.length() <= 25;
        if (series.equals(T1C) && place.minus(TUMOUR).length() <= TUMOUR_RADIUS_MM) {
            return 1;
        }
        if (series.equals(FLAIR) && place.minus(OEDEMA).length() <= OEDEMA_RADIUS_MM) {
            return 1;
        }
        double vial = Math.max(0, 1 - place.minus(VIAL).length() / 12);
        return Math.max(vial, brain ? 0.3 : 0);
    }
}
