package org.tandem.dicom.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.StandardTable;
import org.tandem.dicom.Uid;

/** The tables of PS3.3 among the resources: IODs, modules, functional group macros; each made ready when asked for. */
final class ModuleTables {

    /** An IOD's module: M mandatory, C conditional, U optional. */
    record Use(String module, String usage) {
        boolean mandatory() {
            return usage.equals("M");
        }
    }

    record Iod(String name, List<Use> modules) {
        Iod {
            modules = List.copyOf(modules);
        }
    }

    /** A functional group macro of an IOD. */
    record Group(String macro, int sequence, String usage, Optional<Requirement> when) {}

    private static final int CELLS = 8;
    private static final Map<String, List<String[]>> ROWS = rows();
    private static final Map<Uid, Iod> IODS = iods();
    private static final Map<String, Map<String, Group>> GROUPS = groups();
    private static final Map<String, RuleTree> READY = new HashMap<>();

    private ModuleTables() {}

    static Optional<Iod> iod(Uid sopClass) {
        return Optional.ofNullable(IODS.get(sopClass));
    }

    /** The functional group macros of this IOD; none where it has no functional groups. */
    static List<Group> groups(String iod) {
        return List.copyOf(GROUPS.getOrDefault(iod, Map.of()).values());
    }

    /** The attributes of a module, of a macro ("@…") or of a functional group ("group:…"). */
    static RuleTree module(String name) {
        synchronized (READY) {
            RuleTree ready = READY.get(name);
            if (ready == null) {
                ready = new RuleTree();
                READY.put(name, ready); // before its rows: a macro may hold itself
                fill(ready, name);
            }
            return ready;
        }
    }

    private static void fill(RuleTree tree, String name) {
        for (String[] row : ROWS.getOrDefault(name, List.of())) {
            List<Integer> path = Arrays.stream(row[2].split("/", -1))
                    .filter(tag -> !tag.isEmpty())
                    .map(tag -> Integer.parseUnsignedInt(tag, 16))
                    .toList();
            List<RuleTree> macros = Stream.of(row[7].split(" ", -1))
                    .filter(macro -> !macro.isEmpty())
                    .map(ModuleTables::module)
                    .toList();
            tree.put(path, AttributeRule.of(name, row), macros);
        }
    }

    /** What was written by hand comes behind what was made, and so replaces it. */
    private static Map<String, List<String[]>> rows() {
        Map<String, List<String[]>> rows = new HashMap<>();
        for (String table : List.of("check/modules.tsv", "check/additions.tsv")) {
            for (String[] row : StandardTable.rows(table, CELLS)) {
                rows.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
            }
        }
        return rows;
    }

    private static Map<Uid, Iod> iods() {
        Map<Uid, Iod> iods = new HashMap<>();
        for (String[] row : StandardTable.rows("check/iods.tsv", 3)) {
            List<Use> uses = Stream.of(row[2].split(" ", -1))
                    .map(use -> use.split(":", -1))
                    .map(use -> new Use(use[0], use[1]))
                    .toList();
            iods.put(new Uid(row[0]), new Iod(row[1], uses));
        }
        return iods;
    }

    private static Map<String, Map<String, Group>> groups() {
        Map<String, Map<String, Group>> groups = new HashMap<>();
        for (String table : List.of("check/groups.tsv", "check/group-additions.tsv")) {
            for (String[] row : StandardTable.rows(table, 5)) {
                Optional<Requirement> when = row[4].isEmpty() ? Optional.empty() : Optional.of(Requirement.of(row[4]));
                Group group = new Group(row[1], Integer.parseUnsignedInt(row[2], 16), row[3], when);
                groups.computeIfAbsent(row[0], iod -> new HashMap<>()).put(group.macro(), group);
            }
        }
        return groups;
    }
}
