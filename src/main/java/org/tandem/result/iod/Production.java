package org.tandem.result.iod;

import java.time.ZonedDateTime;

/**
 * By which device and when results are made. Every date and time that a result declares about itself comes from here.
 *
 * @param at in the zone of the site; told in the zone of the source where the source names one (0008,0201)
 */
public record Production(DeviceIdentity device, ZonedDateTime at) {}
