package org.yueyuetan.platform.signature;

import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawer;
import eu.europa.esig.dss.pdf.pdfbox.visible.PdfBoxSignatureDrawerFactory;
import eu.europa.esig.dss.pdf.visible.SignatureDrawer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import org.yueyuetan.platform.document.Stamp;

/** Gives a field that is being signed our own looks, sharp and in fonts that know Chinese. */
final class StampDrawer implements PdfBoxSignatureDrawerFactory {

  private final String field;
  private final String heading;
  private final List<String> lines;

  StampDrawer(String field, String heading, List<String> lines) {
    this.field = field;
    this.heading = heading;
    this.lines = lines;
  }

  /** Parameters that are not empty, so that the library asks for a drawing at all. */
  SignatureImageParameters parameters() {
    var parameters = new SignatureImageParameters();
    parameters.setImage(new InMemoryDocument(new byte[] {0}, "stamp"));
    parameters.getFieldParameters().setFieldId(field);
    return parameters;
  }

  @Override
  public SignatureDrawer getSignatureDrawer(SignatureImageParameters parameters) {
    return new Drawing();
  }

  private void dress(PDDocument document, SignatureOptions options) throws IOException {
    var form = document.getDocumentCatalog().getAcroForm();
    var widget = ((PDSignatureField) form.getField(field)).getWidgets().getFirst();
    var place = widget.getRectangle();
    options.setPage(document.getPages().indexOf(widget.getPage()));
    options.setVisualSignature(
        new ByteArrayInputStream(
            Stamp.template(place.getWidth(), place.getHeight(), heading, lines)));
  }

  /** Draws on the file that the library hands it. */
  private final class Drawing implements PdfBoxSignatureDrawer {

    private @Nullable PDDocument document;
    private @Nullable SignatureOptions options;

    @Override
    public void init(SignatureImageParameters unused, PDDocument signed, SignatureOptions signing) {
      document = signed;
      options = signing;
    }

    @Override
    public void draw() throws IOException {
      dress(Objects.requireNonNull(document), Objects.requireNonNull(options));
    }
  }
}
