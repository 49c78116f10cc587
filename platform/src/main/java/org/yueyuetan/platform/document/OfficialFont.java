package org.yueyuetan.platform.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/**
 * The fonts of official documents. They are proprietary and not ours to ship: the file names them,
 * and tells which other font to take on a machine without them.
 */
enum OfficialFont {
  TITLE("方正小标宋简体", "小标宋,华文中宋,STZhongsong,宋体,SimSun", "song.ttf"),
  HEADING("黑体", "SimHei,Heiti SC", "hei.ttf"),
  SUBHEADING("楷体", "楷体_GB2312,KaiTi,STKaiti,Kaiti SC", "kai.ttf"),
  BODY("仿宋", "仿宋_GB2312,FangSong,STFangsong", "fang.ttf"),
  NUMBER("宋体", "SimSun,STSong,Songti SC", "number.ttf");

  private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String TYPE =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable";

  /** Tightens 16 pt letters so that 28 of them fit 156 mm. */
  private static final int TIGHTER = -5;

  private final String family;
  private final String otherwise;
  private final String file;

  OfficialFont(String family, String otherwise, String file) {
    this.family = family;
    this.otherwise = otherwise;
    this.file = file;
  }

  /** The free font that stands in for it in PDF files. */
  String file() {
    return file;
  }

  Written at(int points) {
    return new Written(this, points, false);
  }

  /** How a run of text is written. */
  record Written(OfficialFont font, int points, boolean inRed) {
    Written red() {
      return new Written(font, points, true);
    }
  }

  static void write(XWPFParagraph paragraph, String text, Written written) {
    var run = paragraph.createRun();
    run.setText(text);
    dress(run.getCTR(), written);
  }

  static void dress(CTR run, Written written) {
    var properties = run.isSetRPr() ? run.getRPr() : run.addNewRPr();
    var fonts = properties.addNewRFonts();
    fonts.setAscii(written.font.family);
    fonts.setHAnsi(written.font.family);
    fonts.setEastAsia(written.font.family);
    fonts.setHint(STHint.EAST_ASIA);
    if (written.inRed) {
      properties.addNewColor().setVal("C00000");
    }
    if (written.points == 16) {
      properties.addNewSpacing().setVal(BigInteger.valueOf(TIGHTER));
    }
    var halfPoints = BigInteger.valueOf(2L * written.points);
    properties.addNewSz().setVal(halfPoints);
    properties.addNewSzCs().setVal(halfPoints);
    properties.addNewLang().setEastAsia("zh-CN");
  }

  /** Writes the table of fonts with their stand-ins into the file. */
  static void declare(XWPFDocument document) {
    var xml = new StringBuilder("<w:fonts xmlns:w=\"%s\">".formatted(MAIN));
    for (var font : values()) {
      xml.append(
          """
          <w:font w:name="%s"><w:altName w:val="%s"/><w:charset w:val="86"/></w:font>\
          """
              .formatted(font.family, font.otherwise));
    }
    xml.append("</w:fonts>");
    try {
      var name = PackagingURIHelper.createPartName("/word/fontTable.xml");
      var part = document.getPackage().createPart(name, TYPE);
      try (var out = part.getOutputStream()) {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
      }
      document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, RELATION);
    } catch (InvalidFormatException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
