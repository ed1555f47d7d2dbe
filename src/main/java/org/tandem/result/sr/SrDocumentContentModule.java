package org.tandem.result.sr;

import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;

/** SR Document Content (PS3.3 C.17.3): the tree, its root in the data set itself. */
record SrDocumentContentModule(ContentItem.Container root) implements Module {

    @Override
    public void write(ModuleWriter out) {
        root.write(out);
    }
}
