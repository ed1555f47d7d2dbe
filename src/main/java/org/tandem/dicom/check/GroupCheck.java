package org.tandem.dicom.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Holds functional groups (PS3.3 C.7.6.16) to the macros of their IOD: each is shared or of every frame, never both,
 * and the mandatory ones are there.
 */
final class GroupCheck {

    static final int SHARED = Tag.of(0x5200, 0x9229);
    static final int PER_FRAME = Tag.of(0x5200, 0x9230);
    private static final String SECTION = "PS3.3 C.7.6.16";

    private final Scope object;
    private final List<DataSet> shared;
    private final List<DataSet> frames;
    private final Set<Integer> inGroups = new HashSet<>();
    private final CheckNotes notes;

    private GroupCheck(DataSet dataSet, CheckNotes notes) {
        this.object = Scope.of(dataSet);
        this.shared = dataSet.items(SHARED);
        this.frames = dataSet.items(PER_FRAME);
        this.notes = notes;
        Stream.concat(shared.stream(), frames.stream())
                .flatMap(group -> group.elements().stream())
                .flatMap(element -> Scope.items(element).stream())
                .flatMap(item -> item.elements().stream())
                .forEach(element -> inGroups.add(element.tag()));
    }

    static void check(DataSet dataSet, String iod, CheckNotes notes) {
        List<ModuleTables.Group> groups = ModuleTables.groups(iod);
        if (!groups.isEmpty() && (dataSet.contains(SHARED) || dataSet.contains(PER_FRAME))) {
            GroupCheck check = new GroupCheck(dataSet, notes);
            groups.forEach(check::where);
            check.inside(groups);
        }
    }

    private void where(ModuleTables.Group group) {
        boolean inShared = shared.stream().anyMatch(item -> item.contains(group.sequence()));
        long inFrames =
                frames.stream().filter(item -> item.contains(group.sequence())).count();
        if (inShared && inFrames > 0) {
            String both =
                    "is shared and also in " + inFrames + " of " + frames.size() + " frames, expected one of both";
            notes.missing(Place.ROOT.item(SHARED, 1), group.sequence(), both, SECTION + ".1.1");
        }
        if (!inShared && (frames.isEmpty() || inFrames < frames.size()) && requires(group)) {
            String where = frames.isEmpty()
                    ? "is not shared, and there are no items of frames"
                    : "is missing in " + (frames.size() - inFrames) + " of " + frames.size() + " frames and not shared";
            String lacking = where + ", functional group " + group.macro();
            notes.missing(Place.ROOT.item(PER_FRAME, 1), group.sequence(), lacking, SECTION);
        }
    }

    private boolean requires(ModuleTables.Group group) {
        Scope any = object.frame(
                object.dataSet(),
                Stream.concat(frames.stream().limit(1), shared.stream()).toList(),
                inGroups);
        return group.usage().equals("M")
                || (group.usage().equals("C")
                        && group.when().filter(when -> when.holds(any)).isPresent());
    }

    private void inside(List<ModuleTables.Group> groups) {
        List<RuleTree> macros = groups.stream()
                .map(group -> ModuleTables.module("group:" + group.macro()))
                .toList();
        int number = 1;
        for (DataSet item : shared) {
            Scope scope = object.frame(item, List.of(item), inGroups);
            Place place = Place.ROOT.item(SHARED, number++);
            macros.forEach(macro -> macro.checkPresent(scope, place, notes));
        }
        number = 1;
        for (DataSet item : frames) {
            Scope scope = object.frame(
                    item, Stream.concat(Stream.of(item), shared.stream()).toList(), inGroups);
            Place place = Place.ROOT.item(PER_FRAME, number++);
            macros.forEach(macro -> macro.checkPresent(scope, place, notes));
        }
    }
}
