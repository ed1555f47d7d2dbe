package org.tandem.result.iod;

/** One module of an information object definition (PS3.3 Annex C): a record of what it says. */
@FunctionalInterface
public interface Module {

    void write(ModuleWriter out);
}
