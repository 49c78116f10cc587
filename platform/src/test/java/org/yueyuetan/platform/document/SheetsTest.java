package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetsTest {

  @Test
  void cellsComeOutAsThePersonSeesThem() throws Exception {
    var table =
        Sheets.read(
            book(book -> {
              var sheet = book.createSheet();
              fill(sheet.createRow(2), "名称", "代码", "日期", "金额", "比例", "合计");
              var row = sheet.createRow(4);
              fill(row, " 蒲心社工 ", "51371500MJD0000117");
              row.createCell(2).setCellValue(LocalDate.of(2021, 11, 24));
              row.getCell(2).setCellStyle(format(book, "yyyy\"年\"m\"月\"d\"日\""));
              row.createCell(3).setCellValue(1234.5);
              row.createCell(4).setCellValue(0.125);
              row.getCell(4).setCellStyle(format(book, "0.0%"));
              row.createCell(5).setCellFormula("D5*2");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            }));

    assertThat(table.header()).containsExactly("名称", "代码", "日期", "金额", "比例", "合计");
    assertThat(table.rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.number()).isEqualTo(5);
          assertThat(row.cells())
              .containsExactly(
                  "蒲心社工", "51371500MJD0000117", "2021-11-24", "1234.5", "12.5%", "2469");
        });
  }

  @Test
  void aLongCodeStoredAsANumberIsNotWrittenAsAPowerAndIsKnownToBeCut() throws Exception {
    var table =
        Sheets.read(
            book(book -> {
              var sheet = book.createSheet();
              fill(sheet.createRow(0), "代码", "电话");
              var row = sheet.createRow(1);
              row.createCell(0).setCellValue(371500202111240000d);
              row.createCell(1).setCellValue(13806350001d);
            }));

    assertThat(table.rows().getFirst().cells())
        .containsExactly("371500202111240000", "13806350001");
    assertThat(table.rows().getFirst().rounded()).containsExactly(0);
  }

  @Test
  void aCsvFileIsReadInEachEncodingThatSpreadsheetProgramsWrite() throws Exception {
    var text = "名称,说明\r\n蒲心,\"一行\r\n两行, 带逗号\"\r\n\r\n\"鸿福\",\"=\"\"5137\"\"\"\r\n";

    for (var content :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            text.getBytes(Charset.forName("GB18030")),
            ("\uFEFF" + text.replace(",\"", "\t\"").replace("名称,", "名称\t"))
                .getBytes(StandardCharsets.UTF_16LE))) {
      var table = Sheets.read(content);
      assertThat(table.header()).containsExactly("名称", "说明");
      assertThat(table.rows()).extracting(Table.Row::number).containsExactly(2, 4);
      assertThat(table.rows().get(0).cells()).containsExactly("蒲心", "一行\r\n两行, 带逗号");
      assertThat(table.rows().get(1).cells()).containsExactly("鸿福", "5137");
    }
  }

  @Test
  void whatIsNotASheetIsToldByNameAndCure() throws Exception {
    refused("document.file.empty", new byte[0]);
    refused("document.file.empty", "\r\n , \r\n".getBytes(StandardCharsets.UTF_8));
    refused("document.file.sheetTooLarge", new byte[Sheets.MOST_BYTES + 1]);
    refused("document.file.oldExcel", oldExcel());
    refused("document.file.encrypted", encrypted());
    refused(
        "document.file.webPage",
        "<html><table><tr><td>名称</td></tr></table>".getBytes(StandardCharsets.UTF_8));
    refused("document.file.notASheet", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8));
    refused("document.file.notASheet", new byte[] {1, 2, 3, 0, 5});
    refused(
        "document.file.notASheet",
        OfficialDocument.of(new Head.Brief("简报", "", "", ""), "文", "").docx());
    refused("document.file.broken", new byte[] {'P', 'K', 3, 4, 9, 9, 9});
    refused(
        "document.file.broken", halved(book(book -> fill(book.createSheet().createRow(0), "名称"))));
    refused("document.file.bomb", bomb());
    refused("document.file.brokenCsv", "名称\n\"蒲心\n".getBytes(StandardCharsets.UTF_8));
    refused("document.file.tooWide", "a,".repeat(300).concat("b").getBytes(StandardCharsets.UTF_8));
    refused(
        "document.file.tooManyRows",
        "a\n".repeat(Sheets.MOST_ROWS + 2).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsWrittenIsReadBackAndNoTextBecomesAFormula() throws Exception {
    var out = new ByteArrayOutputStream();
    var columns =
        List.of(new Sheet.Column("名称", 30), new Sheet.Column("人数", 8), new Sheet.Column("日期", 12));
    Sheets.write(
        out,
        Sheet.of(
            "组织/名录",
            columns,
            Stream.of(
                List.of("=HYPERLINK(\"http://x\")", 12, LocalDate.of(2021, 3, 31)),
                List.of("@SUM(A1)", Optional.empty(), Optional.of(LocalDate.of(2021, 4, 30))))));

    var table = Sheets.read(out.toByteArray());
    assertThat(table.rows())
        .extracting(Table.Row::cells)
        .containsExactly(
            List.of("=HYPERLINK(\"http://x\")", "12", "2021-03-31"),
            List.of("@SUM(A1)", "", "2021-04-30"));
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var cell = book.getSheetAt(0).getRow(1).getCell(0);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(book.getSheetAt(0).getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void aCsvExportDisarmsFormulas() throws IOException, UnreadableFile {
    var out = new ByteArrayOutputStream();
    Sheets.writeCsv(
        out, List.of("行", "问题"), List.of(List.of("2", "=cmd|' /C calc'!A0"), List.of("3", "-1")));

    assertThat(out.toByteArray()).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(Sheets.read(out.toByteArray()).rows().getFirst().cell(1))
        .isEqualTo("'=cmd|' /C calc'!A0");
    assertThat(Sheets.read(out.toByteArray()).rows().getLast().cell(1)).isEqualTo("-1");
  }

  @Test
  void aWholeLedgerGoesOutAndIn() throws Exception {
    var out = new ByteArrayOutputStream();
    var columns = IntStream.range(0, 12).mapToObj(i -> new Sheet.Column("列" + i, 16)).toList();
    Sheets.write(
        out,
        Sheet.of(
            "名录",
            columns,
            IntStream.range(0, Sheets.MOST_ROWS)
                .mapToObj(row ->
                    IntStream.range(0, 12).mapToObj(i -> "第" + row + "行第" + i + "列的文字").toList())));

    var table = Sheets.read(out.toByteArray());
    assertThat(table.rows()).hasSize(Sheets.MOST_ROWS);
    assertThat(table.rows().getLast().cell(11)).isEqualTo("第19999行第11列的文字");
  }

  private static void refused(String key, byte[] content) {
    assertThatExceptionOfType(UnreadableFile.class)
        .as(key)
        .isThrownBy(() -> Sheets.read(content))
        .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private static void fill(Row row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static org.apache.poi.ss.usermodel.CellStyle format(Workbook book, String format) {
    var style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  private static byte[] book(Consumer<Workbook> content) throws IOException {
    try (var book = new XSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      content.accept(book);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] oldExcel() throws IOException {
    try (var book = new HSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      book.createSheet().createRow(0).createCell(0).setCellValue("名称");
      book.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] encrypted() throws Exception {
    try (var files = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var inner = encryptor.getDataStream(files)) {
        inner.write(book(book -> book.createSheet()));
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  private static byte[] halved(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length / 2);
  }

  private static byte[] bomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      var zeros = new byte[1024 * 1024];
      for (int i = 0; i < 65; i++) {
        zip.write(zeros);
      }
    }
    return out.toByteArray();
  }
}
