package org.tandem.picture;

import java.awt.Graphics2D;

/** Something that is drawn over an image. Columns and rows count from 0 at the corner of the first pixel. */
public sealed interface Layer permits Region, Mark, HeatMap {

    void draw(Graphics2D graphics, Placement at);
}
