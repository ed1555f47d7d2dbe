package org.tandem.result.page;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.tandem.picture.Legend;
import org.tandem.picture.Lettering;
import org.tandem.picture.Montage;
import org.tandem.result.capture.FindingPicture;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.page.PageWriter.Cell;
import org.tandem.result.read.ReportReader;

/** The page as a PDF: A4 upright, its one font embedded, the same bytes for the same input and time. */
record PdfPage(ResultContext context, PageSubject subject) {

    static final String WARNING = "AI result, not for primary diagnosis";

    private static final float MARGIN = 42;
    private static final Cell WHOLE = new Cell(MARGIN, PDRectangle.A4.getWidth() - 2 * MARGIN);
    private static final List<Cell> COLUMNS =
            List.of(new Cell(MARGIN, 130), new Cell(MARGIN + 138, 228), new Cell(MARGIN + 374, 137));
    private static final float TEXT = 9.5f;
    private static final Color BLACK = Color.BLACK;
    private static final Color RED = new Color(0xB0, 0x1E, 0x1E);
    private static final Color GREY = new Color(0x60, 0x60, 0x60);

    /** Height that pictures and the last line need. */
    private static final float RESERVED_BELOW = 290;

    private static final int REMARKS = 6;
    private static final float PICTURES_GAP = 10;
    private static final int PICTURES = 3;
    private static final int PICTURE_PIXELS = 340;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

    byte[] bytes() {
        try (PDDocument document = new PDDocument();
                InputStream fontFile = Lettering.open()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(Lettering.sans().writable(title()));
            PDFont font = PDType0Font.load(document, fontFile, true);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                write(new PageWriter(document, out, font, PDRectangle.A4.getHeight() - MARGIN));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A page in memory cannot be written", e);
        }
    }

    private void write(PageWriter page) throws IOException {
        page.colour(RED);
        page.line(WARNING, 13, WHOLE);
        page.rule(WHOLE, RED);
        page.colour(BLACK);
        page.down(6);
        page.line(title(), 18, WHOLE);
        page.down(4);
        Algorithm algorithm = context.algorithm();
        page.line("Model: " + model().name() + " " + model().version(), TEXT, WHOLE);
        page.line("Intended use: " + model().intendedUse(), TEXT, WHOLE);
        page.line("Looked at: " + new LookedAt(context.source()).text(), TEXT, WHOLE);
        page.line(
                "Made: " + DATE.format(context.made().at()) + ", by "
                        + algorithm.device().modelName() + " "
                        + algorithm.device().softwareVersion(),
                TEXT,
                WHOLE);
        writeRemarks(page);
        page.down(10);
        writeTable(page);
        page.down(12);
        writePictures(page);
        writeEnd(page);
    }

    /** Before what was found, because they say how far to trust it. */
    private void writeRemarks(PageWriter page) throws IOException {
        List<String> remarks = subject.remarks();
        page.colour(RED);
        for (String remark : remarks.subList(0, Math.min(REMARKS, remarks.size()))) {
            page.row(List.of(remark), List.of(WHOLE), TEXT);
        }
        if (remarks.size() > REMARKS) {
            page.line("… and " + (remarks.size() - REMARKS) + " more remarks: see the structured report", TEXT, WHOLE);
        }
        page.colour(BLACK);
    }

    private ModelIdentity model() {
        return context.uids().model();
    }

    /** In words, or, where the font lacks their letters, by its name. */
    private String title() {
        return Lettering.sans().canWrite(model().title()) ? model().title() : model().name();
    }

    private void writeTable(PageWriter page) throws IOException {
        page.colour(GREY);
        page.row(List.of("Finding", "Result", "Operating point"), COLUMNS, TEXT);
        page.colour(BLACK);
        page.rule(WHOLE, GREY);
        List<PageRow> rows = PageRow.of(ReportReader.read(subject.report()), subject.findings());
        if (rows.isEmpty()) {
            page.line("Nothing was looked for", TEXT, WHOLE);
        }
        for (int i = 0; i < rows.size(); i++) {
            PageRow row = rows.get(i);
            List<String> texts = List.of(
                    row.finding(),
                    String.join(" · ", row.values()),
                    row.operatingPoint().replace("; ", "\n"));
            if (page.y() - PageWriter.height(texts, COLUMNS, TEXT) < RESERVED_BELOW) {
                page.line("… and " + (rows.size() - i) + " more: see the structured report", TEXT, WHOLE);
                return;
            }
            page.row(texts, COLUMNS, TEXT);
            page.rule(WHOLE, Color.LIGHT_GRAY);
        }
    }

    private void writePictures(PageWriter page) throws IOException {
        List<BufferedImage> drawn = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (FindingPicture picture :
                subject.pictures().stream().limit(PICTURES).toList()) {
            drawn.add(new Montage(List.of(picture.panel()), picture.legend(), List.of(), PICTURE_PIXELS).drawn());
            words.add(picture.subject());
        }
        if (drawn.isEmpty()) {
            drawn.add(new Montage(List.of(subject.middle()), Legend.NONE, List.of(), PICTURE_PIXELS).drawn());
            words.add("What was looked at");
        }
        float width = (WHOLE.width() - (PICTURES - 1) * PICTURES_GAP) / PICTURES;
        List<Cell> cells = new ArrayList<>();
        float highest = 0;
        for (int i = 0; i < drawn.size(); i++) {
            Cell cell = new Cell(MARGIN + i * (width + PICTURES_GAP), width);
            cells.add(cell);
            highest = Math.max(highest, page.picture(drawn.get(i), cell));
        }
        page.down(highest);
        page.row(words, cells, TEXT - 1);
    }

    private void writeEnd(PageWriter page) throws IOException {
        page.down(page.y() - MARGIN - TEXT * 2);
        page.colour(GREY);
        page.line(
                WARNING + ". The structured report and the segmentation of the same study hold all of it.",
                TEXT - 1,
                WHOLE);
    }
}
