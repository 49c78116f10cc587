package org.yueyuetan.engine.group;

import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * An undirected graph with weights, in the arrays that the Leiden algorithm reads.
 *
 * @param size how many texts each node stands for
 * @param edges a row per node, with every edge in both directions
 */
@SuppressWarnings("ArrayRecordComponent") // flat arrays for speed; never compared
record Graph(double[] size, Vectors edges) {

  /** Iterations of the Leiden algorithm; it stops earlier when nothing improves. */
  private static final int ITERATIONS = 5;

  /**
   * Makes every edge go both ways with the greater of its two weights.
   *
   * @param directed a row per node
   */
  static Graph undirected(double[] size, Vectors directed) {
    var back = directed.transposed();
    var both = new VectorsBuilder(size.length);
    for (int node = 0; node < size.length; node++) {
      int i = directed.start()[node];
      int j = back.start()[node];
      int endI = directed.start()[node + 1];
      int endJ = back.start()[node + 1];
      while (i < endI || j < endJ) {
        int one = i < endI ? directed.term()[i] : Integer.MAX_VALUE;
        int other = j < endJ ? back.term()[j] : Integer.MAX_VALUE;
        float weight = 0;
        if (one <= other) {
          weight = directed.weight()[i++];
        }
        if (other <= one) {
          weight = Math.max(weight, back.weight()[j++]);
        }
        both.append(Math.min(one, other), weight);
      }
      both.endRow();
    }
    return new Graph(size, both.build());
  }

  /**
   * Finds communities with the Leiden algorithm (Traag, Waltman, van Eck 2019, <i>From Louvain to
   * Leiden: guaranteeing well-connected communities</i>) and the constant Potts model (Traag, Van
   * Dooren, Nesterov 2011, <i>Narrow scope for resolution-limit-free community detection</i>): the
   * sum over all pairs in one community of (weight − resolution) is as large as can be found.
   *
   * @param resolution the mean weight above which texts are together
   * @param runs how many seeds are tried; the best result is kept, the first one when equal
   * @return for each node the number of its community
   */
  int[] communities(double resolution, int runs) {
    if (edges.term().length == 0) {
      return new Clustering(size.length).getClusters();
    }
    var network = network();
    var best = new Clustering(size.length);
    double bestQuality = Double.NEGATIVE_INFINITY;
    for (int seed = 0; seed < runs; seed++) {
      var leiden =
          new LeidenAlgorithm(
              resolution, ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
      var found = leiden.findClustering(network);
      double quality = leiden.calcQuality(network, found);
      if (quality > bestQuality + 1e-12) {
        best = found;
        bestQuality = quality;
      }
    }
    return best.getClusters();
  }

  private Network network() {
    long[] first = new long[size.length + 1];
    for (int node = 0; node <= size.length; node++) {
      first[node] = edges.start()[node];
    }
    double[] weights = new double[edges.weight().length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = edges.weight()[i];
    }
    return new Network(
        size, first, new LargeIntArray(edges.term()), new LargeDoubleArray(weights), false);
  }
}
