package org.tandem.evaluate.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws a plot as SVG, to stand within a page. Colours are told apart by those who see no red or green (Okabe and Ito).
 */
final class SvgPlot {

    private static final int WIDTH = 380;
    private static final int HEIGHT = 320;
    private static final int LEFT = 56;
    private static final int RIGHT = 14;
    private static final int TOP = 30;
    private static final int BOTTOM = 46;
    private static final int TICKS = 5;
    private static final int TITLE_LINE = 18;
    private static final List<String> COLOURS =
            List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00");

    private final Plot plot;
    private final StringBuilder svg = new StringBuilder();

    private SvgPlot(Plot plot) {
        this.plot = plot;
    }

    static String draw(Plot plot) {
        return new SvgPlot(plot).draw();
    }

    private String draw() {
        add("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, Html.escape(plot.title()));
        add("<text class=\"t\" x=\"%d\" y=\"%d\">%s</text>", LEFT, TITLE_LINE, Html.escape(plot.title()));
        drawAxes();
        for (int i = 0; i < plot.curves().size(); i++) {
            Plot.Curve curve = plot.curves().get(i);
            String colour = COLOURS.get(i % COLOURS.size());
            drawCurve(curve, colour);
        }
        drawLegend();
        return svg.append("</svg>\n").toString();
    }

    /** Names in their colours on the line of the title, where no curve runs. */
    private void drawLegend() {
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">", WIDTH - RIGHT, TITLE_LINE);
        for (int i = 0; i < plot.curves().size(); i++) {
            if (!plot.curves().get(i).name().isEmpty()) {
                add(
                        "<tspan dx=\"10\" style=\"fill:%s\">%s</tspan>",
                        COLOURS.get(i % COLOURS.size()),
                        Html.escape(plot.curves().get(i).name()));
            }
        }
        add("</text>");
    }

    private void drawAxes() {
        for (int tick = 0; tick <= TICKS; tick++) {
            double share = (double) tick / TICKS;
            double x = plot.x().low() + share * (plot.x().high() - plot.x().low());
            double y = plot.y().low() + share * (plot.y().high() - plot.y().low());
            add("<path class=\"g\" d=\"M%.1f %d V%d\"/>", x(x), TOP, HEIGHT - BOTTOM);
            add("<path class=\"g\" d=\"M%d %.1f H%d\"/>", LEFT, y(y), WIDTH - RIGHT);
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                    x(x), HEIGHT - BOTTOM + 15, Html.number(x));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 5, y(y) + 4, Html.number(y));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, Html.escape(plot.x().label()));
        int middle = (TOP + HEIGHT - BOTTOM) / 2;
        add(
                "<text x=\"14\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 14 %d)\">%s</text>",
                middle, middle, Html.escape(plot.y().label()));
    }

    private void drawCurve(Plot.Curve curve, String colour) {
        List<Plot.Point> points = curve.points().stream()
                .filter(p -> Double.isFinite(p.x()) && Double.isFinite(p.y()))
                .toList();
        switch (curve.style()) {
            case DOTS ->
                points.forEach(p -> add(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.6\"/>",
                        x(p.x()), y(p.y()), colour));
            case BARS -> drawBars(points, colour);
            case SPANS -> drawSpans(points, colour);
            default -> {
                String path = points.stream()
                        .map(p -> String.format(Locale.ROOT, "%.1f %.1f", x(p.x()), y(p.y())))
                        .collect(Collectors.joining(" L"));
                String dashes =
                        curve.style() == Plot.Style.DASHED ? " stroke-dasharray=\"5 4\" stroke-width=\"1\"" : "";
                if (!path.isEmpty()) {
                    add("<path class=\"c\" stroke=\"%s\"%s d=\"M%s\"/>", colour, dashes, path);
                }
            }
        }
    }

    private void drawSpans(List<Plot.Point> points, String colour) {
        for (int i = 0; i + 1 < points.size(); i += 2) {
            add(
                    "<path class=\"c\" stroke=\"%s\" stroke-width=\"1\" d=\"M%.1f %.1f L%.1f %.1f\"/>",
                    colour,
                    x(points.get(i).x()),
                    y(points.get(i).y()),
                    x(points.get(i + 1).x()),
                    y(points.get(i + 1).y()));
        }
    }

    private void drawBars(List<Plot.Point> points, String colour) {
        double width = points.size() < 2 ? 1 : points.get(1).x() - points.get(0).x();
        for (Plot.Point bar : points) {
            add(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"0.5\"/>",
                    x(bar.x()) + 0.5,
                    y(bar.y()),
                    Math.max(1, x(bar.x() + width) - x(bar.x()) - 1),
                    Math.max(0, y(plot.y().low()) - y(bar.y())),
                    colour);
        }
    }

    private double x(double value) {
        double share = (value - plot.x().low()) / (plot.x().high() - plot.x().low());
        return LEFT + Math.max(0, Math.min(1, share)) * (WIDTH - RIGHT - LEFT);
    }

    private double y(double value) {
        double share = (value - plot.y().low()) / (plot.y().high() - plot.y().low());
        return HEIGHT - BOTTOM - Math.max(0, Math.min(1, share)) * (HEIGHT - BOTTOM - TOP);
    }

    @SuppressWarnings("AnnotateFormatMethod") // private, and every format a literal
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
