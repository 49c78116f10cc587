package org.yueyuetan.platform.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.yueyuetan.engine.panel.Convener;
import org.yueyuetan.engine.panel.Convening;
import org.yueyuetan.engine.panel.Draw;
import org.yueyuetan.engine.panel.Lottery;

/**
 * Computes drawn lotteries again for whoever doubts them, from the stored files and the opened seed
 * alone. As anybody may ask for it, one is computed at a time, beside what staff compute, and each
 * once. A lottery is known by all that is stored of it, so that whoever changes a stored list is
 * found out at the next check.
 */
@Component
class Verification implements DisposableBean {

  private static final int KEPT = 32;

  private final Background<Sortition, List<Check>> computed =
      new Background<>("lots-again", 1, KEPT);

  /**
   * What came of it.
   *
   * @return empty while it is being computed: ask again
   * @throws BeingChecked while another is being computed
   */
  Optional<List<Check>> of(Sortition sortition, Duration patience) {
    return of(sortition, () -> compute(sortition), patience);
  }

  Optional<List<Check>> of(Sortition sortition, Callable<List<Check>> work, Duration patience) {
    if (computed.isBusyBeside(sortition)) {
      throw new BeingChecked(sortition.id());
    }
    return Background.await(computed.of(sortition, work), patience);
  }

  private static List<Check> compute(Sortition sortition) {
    var fixed = sortition.fixed().orElseThrow();
    var opened = sortition.opened().orElseThrow();
    var lottery = lottery(fixed.snapshot().convening());
    var draws = draws(lottery, fixed.snapshot().convening(), opened);
    var checks = new ArrayList<Check>();
    checks.add(
        new Check(
            "panel.check.commitment",
            Draw.commitment(opened.secret()).equals(sortition.commitment())));
    checks.add(new Check("panel.check.order", inOrder(sortition)));
    checks.add(
        new Check(
            "panel.check.chances",
            fixed.snapshot().chances(lottery).equals(fixed.chances())
                && Snapshot.panels(lottery).equals(fixed.panels())));
    checks.add(new Check("panel.check.draw", same(draws.getFirst(), opened.rounds().getFirst())));
    if (opened.rounds().size() > 1) {
      boolean all = true;
      for (int round = 1; round < opened.rounds().size(); round++) {
        all &= same(draws.get(round), opened.rounds().get(round));
      }
      checks.add(new Check("panel.check.substitutes", all));
    }
    return List.copyOf(checks);
  }

  /** Draws all rounds again, each from the one before. */
  private static List<Draw> draws(Lottery first, Convening convening, Sortition.Opened opened) {
    var draws = new ArrayList<Draw>();
    draws.add(first.draw(opened.seed(), 1));
    var convened = convening;
    for (var gone : opened.gone()) {
      convened = Convener.substitutes(convened, draws.getLast(), Snapshot.names(gone));
      draws.add(lottery(convened).draw(opened.seed(), draws.size() + 1));
    }
    return draws;
  }

  /**
   * @throws IllegalArgumentException when there is none, as of a list that somebody changed
   */
  private static Lottery lottery(Convening convened) {
    if (Convener.convene(convened) instanceof Lottery lottery) {
      return lottery;
    }
    throw new IllegalArgumentException("no panel keeps the quotas");
  }

  private static boolean inOrder(Sortition sortition) {
    var committed = sortition.committedAt().orElseThrow();
    var frozen = sortition.frozenAt().orElseThrow();
    return !committed.isAfter(frozen) && !frozen.isAfter(sortition.drawnAt().orElseThrow());
  }

  private static boolean same(Draw draw, Sortition.Round round) {
    return draw.hash().equals(round.hash())
        && draw.ticket() == round.ticket()
        && Snapshot.ids(draw.members().stream()).equals(round.seated());
  }

  @Override
  public void destroy() {
    computed.close();
  }
}
