package org.tandem.net;

/** SCP/SCU Role Selection (PS3.7 D.3.3.4): which roles the requestor would take, or is allowed, for one SOP class. */
record RoleSelection(String sopClass, boolean scu, boolean scp) {}
