package org.yueyuetan.platform.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** A PDF file being made: its pages, the fonts it takes along, and what its pieces are. */
final class PdfFile implements AutoCloseable {

  private final PDDocument document = new PDDocument();
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement top = new PDStructureElement("Document", root);
  private final Map<Typeface, PDFont> fonts = new HashMap<>();
  private final Map<Tag, PDStructureElement> elements = new HashMap<>();
  private final List<COSArray> marks = new ArrayList<>();

  PdfFile(String title, String author) {
    var catalog = document.getDocumentCatalog();
    catalog.setLanguage("zh-CN");
    catalog.setStructureTreeRoot(root);
    var marked = new PDMarkInfo();
    marked.setMarked(true);
    catalog.setMarkInfo(marked);
    var preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setAuthor(author);
    root.appendKid(top);
  }

  PDDocument document() {
    return document;
  }

  Canvas page(PageGrid grid) {
    return page(new PDRectangle(grid.paperWidth, grid.paperHeight));
  }

  Canvas page(PDRectangle paper) {
    var page = new PDPage(paper);
    page.setStructParents(marks.size());
    marks.add(new COSArray());
    document.addPage(page);
    return new Canvas(this, page);
  }

  /** Adds an empty field that waits for an electronic signature. */
  void field(PDPage page, String name, String label, PDRectangle place) {
    var catalog = document.getDocumentCatalog();
    var form = catalog.getAcroForm();
    if (form == null) {
      form = new PDAcroForm(document);
      catalog.setAcroForm(form);
    }
    try {
      var field = new PDSignatureField(form);
      field.setPartialName(name);
      field.setAlternateFieldName(label);
      var widget = field.getWidgets().getFirst();
      widget.setRectangle(place);
      widget.setPage(page);
      widget.setPrinted(true);
      page.getAnnotations().add(widget);
      form.getFields().add(field);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** Puts another PDF file inside. */
  void attach(String name, byte[] inside) {
    try {
      var content = new PDEmbeddedFile(document, new ByteArrayInputStream(inside));
      content.setSubtype("application/pdf");
      content.setSize(inside.length);
      var entry = new PDComplexFileSpecification();
      entry.setFile(name);
      entry.setFileUnicode(name);
      entry.setEmbeddedFile(content);
      entry.setEmbeddedFileUnicode(content);
      var files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(Map.of(name, entry));
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(files);
      document.getDocumentCatalog().setNames(names);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  PDFont font(Typeface face) {
    return fonts.computeIfAbsent(
        face,
        _ -> {
          try {
            return PDType0Font.load(document, face.font, true);
          } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
          }
        });
  }

  /** The number by which a page knows its next piece, which belongs to the element of a tag. */
  int mark(Tag tag, PDPage page) {
    var element = element(tag);
    var onPage = marks.get(page.getStructParents());
    int number = onPage.size();
    onPage.add(element.getCOSObject());
    var reference = new PDMarkedContentReference();
    reference.setMCID(number);
    reference.setPage(page);
    element.appendKid(reference);
    return number;
  }

  private PDStructureElement element(Tag tag) {
    var known = elements.get(tag);
    if (known != null) {
      return known;
    }
    var parent = tag.parent == null ? top : element(tag.parent);
    var element = new PDStructureElement(tag.role, parent);
    parent.appendKid(element);
    elements.put(tag, element);
    return element;
  }

  byte[] bytes() {
    var numbers = new TreeMap<Integer, COSObjectable>();
    for (int page = 0; page < marks.size(); page++) {
      numbers.put(page, new PDParentTreeValue(marks.get(page)));
    }
    var tree = new PDNumberTreeNode(PDParentTreeValue.class);
    tree.setNumbers(numbers);
    root.setParentTree(tree);
    root.setParentTreeNextKey(marks.size());
    try (var out = new ByteArrayOutputStream()) {
      document.save(out);
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }
}
