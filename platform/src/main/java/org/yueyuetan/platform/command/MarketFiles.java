package org.yueyuetan.platform.command;

import java.nio.file.Path;
import org.yueyuetan.engine.match.DoubledPair;
import org.yueyuetan.engine.match.Market;
import org.yueyuetan.engine.match.MarketBuilder;
import org.yueyuetan.engine.match.Side;

/** Two tables of parties and one of what they think of each other. */
final class MarketFiles {

  /** Below the header. */
  private static final int FIRST_ROW = 2;

  private final MarketBuilder market;
  private final Ids lefts = new Ids();
  private final Ids rights = new Ids();

  private MarketFiles(String seed) {
    market = new MarketBuilder(seed);
  }

  static Market read(Path left, Path right, Path pairs, String seed) {
    var files = new MarketFiles(seed);
    Rows.read(left, rows -> files.parties(rows, Side.LEFT));
    Rows.read(right, rows -> files.parties(rows, Side.RIGHT));
    Rows.read(pairs, files::pairs);
    try {
      return files.market.build();
    } catch (DoubledPair doubled) {
      throw new BadInput(
          "%s, row %d: %s and %s stand in row %d already; keep one 这一对重复，请保留一行"
              .formatted(
                  pairs.getFileName(),
                  FIRST_ROW - 1 + doubled.entry(),
                  doubled.left(),
                  doubled.right(),
                  FIRST_ROW - 1 + doubled.earlier()));
    }
  }

  private void parties(Rows rows, Side side) {
    int id = rows.column("id");
    int quota = rows.column("quota");
    int lot = side == Side.LEFT ? rows.optionalColumn("lot") : -1;
    var ids = side == Side.LEFT ? lefts : rights;
    while (rows.next()) {
      if (rows.isEmpty(id)) {
        throw rows.bad("id", "is empty; every party needs an id 编号为空，请补填");
      }
      var name = rows.text(id);
      if (rows.add(id, ids) < 0) {
        throw rows.bad(
            "id",
            "%s stands in row %d already; keep one 编号重复，请保留一行"
                .formatted(name, FIRST_ROW + rows.find(id, ids)));
      }
      long wanted = rows.amount(quota, "quota", 1);
      long least = rows.isEmpty(lot) ? 1 : rows.amount(lot, "lot", 1);
      if (least > wanted) {
        throw rows.bad(
            "lot",
            "%d is more than the quota %d; write at most the quota 最小份额不得大于总量"
                .formatted(least, wanted));
      }
      try {
        if (side == Side.LEFT) {
          market.left(name, wanted, least);
        } else {
          market.right(name, wanted);
        }
      } catch (IllegalArgumentException tooMuch) {
        throw rows.bad("quota", tooMuch.getMessage() + " 数量合计过大，请改用较大的单位");
      }
    }
  }

  private void pairs(Rows rows) {
    int left = rows.column("left");
    int right = rows.column("right");
    int leftRank = rows.column("left_rank");
    int rightRank = rows.column("right_rank");
    int cap = rows.optionalColumn("cap");
    market.expect(rows.atMost());
    while (rows.next()) {
      market.pair(
          party(rows, left, "left", lefts),
          party(rows, right, "right", rights),
          rank(rows, leftRank, "left_rank"),
          rank(rows, rightRank, "right_rank"),
          rows.isEmpty(cap) ? MarketBuilder.NO_CAP : rows.amount(cap, "cap", 1));
    }
  }

  private static int party(Rows rows, int column, String name, Ids ids) {
    int number = rows.find(column, ids);
    if (number < 0) {
      throw rows.bad(
          name,
          "\"%s\" is not in the table of this side; add it there or strike the row 名册中没有这个编号，请补入名册或删去此行"
              .formatted(rows.text(column)));
    }
    return number;
  }

  private static int rank(Rows rows, int column, String name) {
    if (rows.isEmpty(column)) {
      return MarketBuilder.NOT_ACCEPTABLE;
    }
    long rank = rows.amount(column, name, 1);
    if (rank > Integer.MAX_VALUE) {
      throw rows.bad(
          name, "%d is too large; ranks are 1, 2, 3 and so on 名次过大，请写 1、2、3……".formatted(rank));
    }
    return (int) rank;
  }
}
