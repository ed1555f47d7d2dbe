package org.tandem.result.sr;

import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultContext;

/**
 * Key Object Document (PS3.3 C.17.6.2). All that it names lies in one study, so that no identical document is needed.
 */
record KeyObjectDocumentModule(ResultContext context, Evidence evidence) implements Module {

    @Override
    public void write(ModuleWriter out) {
        context.made().write(out);
        new ReferencedRequests(context.header()).write(out);
        evidence.write(out);
    }
}
