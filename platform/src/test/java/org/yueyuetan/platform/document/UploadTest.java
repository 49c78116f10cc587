package org.yueyuetan.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class UploadTest {

  @Test
  void aFileIsWhatItsBytesSayAndItsNameFollows() throws Exception {
    var photo = Upload.photo("..\\C:\\照片\\签到 现场\u202Egpj.exe", picture("png"));

    assertThat(photo.type()).isEqualTo("image/png");
    assertThat(photo.name()).isEqualTo("签到 现场 gpj.png");
    assertThat(Upload.photo("/", picture("jpg")).name()).isEqualTo("file.jpg");
    assertThat(
            Upload.file(
                    "纪要.doc", OfficialDocument.of(new Head.Brief("简报", "", "", ""), "文", "").docx())
                .name())
        .isEqualTo("纪要.docx");
    assertThat(Upload.file("说明.md", "第一行".getBytes(StandardCharsets.UTF_8)).type())
        .isEqualTo("text/plain");
    assertThat(Upload.file("方案", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8)).name())
        .isEqualTo("方案.pdf");
  }

  @Test
  void whatCouldRunInABrowserOrOfficeIsRefused() throws Exception {
    refused(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"
            .getBytes(StandardCharsets.UTF_8));
    refused(
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            .getBytes(StandardCharsets.UTF_8));
    refused("\n<!DOCTYPE html><html></html>".getBytes(StandardCharsets.UTF_8));
    refused("MZ\u0090\0\u0003".getBytes(StandardCharsets.ISO_8859_1));
    refused(withMacros());
  }

  @Test
  void aPaperIsNotAPhoto() {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Upload.photo("照片.jpg", "%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
        .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("document.upload.notAPhoto"));
  }

  private static void refused(byte[] content) {
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Upload.file("方案.pdf", content))
        .satisfies(refusal -> assertThat(refusal.key()).isEqualTo("document.upload.notAFile"));
    assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Upload.photo("照片.png", content));
  }

  static byte[] picture(String format) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] withMacros() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var name :
          new String[] {"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(1);
      }
    }
    return out.toByteArray();
  }
}
