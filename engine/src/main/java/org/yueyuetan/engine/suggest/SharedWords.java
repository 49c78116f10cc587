package org.yueyuetan.engine.suggest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.yueyuetan.engine.group.Dictionary;
import org.yueyuetan.engine.group.Segmenter;

/**
 * How much two texts out of many have in common, word by word.
 *
 * <p>All texts go into one Lucene index in memory; a word weighs in a text what BM25 says
 * (Robertson, Zaragoza, <i>The probabilistic relevance framework: BM25 and beyond</i>, 2009): more
 * when few texts have it, less the longer the text. Of the weight of each text a part lies in the
 * words that the other has too; the likeness is the geometric mean of both parts, between 0 and 1.
 * BM25 by itself has no upper end and looks from one side only.
 */
final class SharedWords {

  /** One word in all texts that have it. */
  private static final class Posting {
    final String word;
    final int[] texts;
    final float[] weights;

    Posting(String word, int count) {
      this.word = word;
      texts = new int[count];
      weights = new float[count];
    }

    double weight(int text) {
      return weights[Arrays.binarySearch(texts, text)];
    }
  }

  private static final String TEXT = "text";
  private static final int TOLD = 5;

  private final BM25Similarity similarity = new BM25Similarity();

  /** In the order of the words, whatever the order of the texts. */
  private final List<Posting> postings = new ArrayList<>();

  /** Weight of all words of a text. */
  private final double[] whole;

  /** Numbers of the words of a text, ascending. */
  private final int[][] words;

  SharedWords(List<String> texts, Dictionary dictionary) {
    whole = new double[texts.size()];
    try (var directory = new ByteBuffersDirectory()) {
      write(directory, texts, dictionary);
      try (var reader = DirectoryReader.open(directory)) {
        if (!reader.leaves().isEmpty()) {
          read(new IndexSearcher(reader), reader.leaves().getFirst().reader());
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    words = wordsOfTexts();
  }

  /** One segment in the order of the texts: Lucene's numbers of documents are ours. */
  private void write(Directory directory, List<String> texts, Dictionary dictionary)
      throws IOException {
    var config =
        new IndexWriterConfig(new WhitespaceAnalyzer())
            .setSimilarity(similarity)
            .setMergePolicy(new LogDocMergePolicy());
    try (var writer = new IndexWriter(directory, config);
        var segmenter = new Segmenter(dictionary)) {
      for (var text : texts) {
        var document = new Document();
        document.add(new TextField(TEXT, cut(text, segmenter), Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private static String cut(String text, Segmenter segmenter) {
    var cut = new StringJoiner(" ");
    segmenter.cut(
        text,
        (term, count, word) -> {
          if (term.length() > 1) {
            cut.add(term);
          }
        });
    return cut.toString();
  }

  private void read(IndexSearcher searcher, LeafReader leaf) throws IOException {
    var terms = leaf.terms(TEXT);
    if (terms == null) {
      return;
    }
    long[] lengths = new long[whole.length];
    var norms = leaf.getNormValues(TEXT);
    while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      lengths[norms.docID()] = norms.longValue();
    }
    var collection = searcher.collectionStatistics(TEXT);
    var each = terms.iterator();
    for (var term = each.next(); term != null; term = each.next()) {
      var statistics =
          new TermStatistics(BytesRef.deepCopyOf(term), each.docFreq(), each.totalTermFreq());
      var scorer = similarity.scorer(1, collection, statistics);
      var posting = new Posting(term.utf8ToString(), each.docFreq());
      var found = each.postings(null, PostingsEnum.FREQS);
      for (int i = 0; i < posting.texts.length; i++) {
        int text = found.nextDoc();
        posting.texts[i] = text;
        posting.weights[i] = scorer.score(found.freq(), lengths[text]);
        whole[text] += posting.weights[i];
      }
      postings.add(posting);
    }
  }

  private int[][] wordsOfTexts() {
    int[] counts = new int[whole.length];
    postings.forEach(posting -> Arrays.stream(posting.texts).forEach(text -> counts[text]++));
    int[][] of = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
    for (int word = postings.size() - 1; word >= 0; word--) {
      for (int text : postings.get(word).texts) {
        of[text][--counts[text]] = word;
      }
    }
    return of;
  }

  /** Likeness of one text to each other text. */
  double[] likeness(int text) {
    double[] mine = new double[whole.length];
    double[] theirs = new double[whole.length];
    for (int word : words[text]) {
      var posting = postings.get(word);
      double own = posting.weight(text);
      for (int i = 0; i < posting.texts.length; i++) {
        mine[posting.texts[i]] += own;
        theirs[posting.texts[i]] += posting.weights[i];
      }
    }
    double[] likeness = new double[whole.length];
    for (int other = 0; other < likeness.length; other++) {
      if (mine[other] > 0) {
        likeness[other] = Math.sqrt(mine[other] / whole[text] * (theirs[other] / whole[other]));
      }
    }
    return likeness;
  }

  /** The words that weigh most among those that both texts have; no part of a word beside it. */
  List<String> shared(int one, int other) {
    record Shared(String word, double weight) {}
    var shared = new ArrayList<Shared>();
    for (int word : words[one]) {
      if (Arrays.binarySearch(words[other], word) >= 0) {
        var posting = postings.get(word);
        shared.add(new Shared(posting.word, posting.weight(one) * posting.weight(other)));
      }
    }
    shared.sort(Comparator.comparingDouble(Shared::weight).reversed().thenComparing(Shared::word));
    return shared.stream()
        .map(Shared::word)
        .filter(word ->
            shared.stream().noneMatch(s -> !s.word().equals(word) && s.word().contains(word)))
        .limit(TOLD)
        .toList();
  }
}
