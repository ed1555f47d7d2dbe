package org.tandem.dicom.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** Holds an object to the modules and the functional groups of its IOD (PS3.3 Annex A). */
final class ModuleCheck {

    private ModuleCheck() {}

    static void check(DataSet dataSet, CheckNotes notes) {
        if (!dataSet.hasValue(Tag.SOP_CLASS_UID)) {
            return; // said elsewhere
        }
        Optional<ModuleTables.Iod> iod = dataSet.uid(Tag.SOP_CLASS_UID).flatMap(ModuleTables::iod);
        if (iod.isEmpty()) {
            String what = "names no IOD of the tables, so modules are not checked";
            notes.add(CheckFinding.Severity.WARNING, Tag.format(Tag.SOP_CLASS_UID), -1, what, "PS3.3 A.1");
            return;
        }
        check(dataSet, iod.get(), notes);
        GroupCheck.check(dataSet, iod.get().name(), notes);
    }

    private static void check(DataSet dataSet, ModuleTables.Iod iod, CheckNotes notes) {
        Map<Integer, Integer> modulesOf = new HashMap<>();
        for (ModuleTables.Use use : iod.modules()) {
            ModuleTables.module(use.module()).tags().forEach(tag -> modulesOf.merge(tag, 1, Integer::sum));
        }
        for (ModuleTables.Use use : iod.modules()) {
            RuleTree module = ModuleTables.module(use.module());
            if (use.mandatory() || isPresent(module, modulesOf, dataSet)) {
                module.check(Scope.of(dataSet), Place.ROOT, notes);
            }
        }
        ModuleTables.module("iod:" + iod.name()).check(Scope.of(dataSet), Place.ROOT, notes);
    }

    /** Whether there is something that only this module would bring. */
    private static boolean isPresent(RuleTree module, Map<Integer, Integer> modulesOf, DataSet dataSet) {
        for (int tag : module.tags()) {
            if (modulesOf.getOrDefault(tag, 0) == 1 && dataSet.contains(tag)) {
                return true;
            }
        }
        return false;
    }
}
