package org.tandem.result.iod;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;

/**
 * An information object (PS3.3 Annex A): the modules that it consists of. SOP Common comes first, because it says in
 * which character set the text of all others is.
 */
public record Iod(List<Module> modules) {

    public Iod {
        modules = List.copyOf(modules);
    }

    public DataSet dataSet() {
        DataSetBuilder builder = DataSet.builder();
        ModuleWriter out = new ModuleWriter(builder);
        modules.forEach(module -> module.write(out));
        return builder.build();
    }
}
