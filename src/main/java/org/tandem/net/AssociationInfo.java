package org.tandem.net;

/**
 * Who talks to whom on an association.
 *
 * @param id number of the association in this run of the node, for logs
 * @param calling title of the requestor
 * @param called title under which it called us
 * @param peerHost address of the requestor, without port
 */
public record AssociationInfo(long id, AeTitle calling, AeTitle called, String peerHost) {}
