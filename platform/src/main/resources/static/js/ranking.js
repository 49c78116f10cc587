// Ranking by drag, buttons and keys. What is sent are the numbers in the fields; without this script they are typed.
const EDGE = 120; // Pixels from an edge of the window within which dragging scrolls it,
const STEP = 12; // by so many at once.

for (const form of document.querySelectorAll("[data-ranking]")) {
  const strict = form.dataset.ranking === "strict";
  const ranked = form.querySelector("[data-ranked]");
  const others = form.querySelector("[data-others]");
  const live = document.getElementById("live");
  const field = (row) => row.querySelector(".rank-place input");
  const rows = (list) => [...list.children];
  const text = (row) => field(row).value.normalize("NFKC").trim();
  const typed = (row) => Number(text(row)) || Infinity;
  // What is no number stays where it was typed: the answer to the form says what is wrong with it.
  const wrong = (row) => !/^[0-9]*$/.test(text(row));

  form.querySelectorAll("[data-keys]").forEach((hint) => (hint.hidden = false));
  for (const row of form.querySelectorAll(".rank-row")) {
    row.querySelector(".rank-moves").hidden = false;
    row.querySelector("[data-handle]").hidden = false;
  }

  // Where nobody shares a place the numbers follow from the order.
  function number() {
    if (strict) rows(ranked).forEach((row, at) => wrong(row) || (field(row).value = at + 1));
    rows(others).forEach((row) => wrong(row) || (field(row).value = ""));
  }

  function say(row) {
    const words = row.parentElement === ranked ? form.dataset.said : form.dataset.saidOut;
    live.textContent = words.replace("{name}", row.dataset.name).replace("{place}", field(row).value);
  }

  function put(row, list, before, focus) {
    list.insertBefore(row, before);
    number();
    focus?.focus();
    say(row);
  }

  // At a place of the list, 1 the first.
  function place(row, at, focus) {
    const rest = rows(ranked).filter((other) => other !== row);
    put(row, ranked, rest[Math.min(at, rest.length + 1) - 1] ?? null, focus);
  }

  // With shared places a number says how good, and the list follows.
  function sort(row, focus) {
    if (typed(row) === Infinity) return put(row, others, others.firstChild, focus);
    if (row.parentElement === others) ranked.append(row);
    rows(ranked)
      .sort((one, other) => typed(one) - typed(other))
      .forEach((one) => ranked.append(one));
    focus?.focus();
    say(row);
  }

  function entered(row, focus) {
    if (wrong(row)) return;
    if (!strict || typed(row) === Infinity) sort(row, focus);
    else place(row, typed(row), focus);
  }

  function last() {
    return Math.max(0, ...rows(ranked).map(typed).filter(Number.isFinite));
  }

  function move(row, how, focus) {
    if (wrong(row)) field(row).value = last() + 1;
    if (how === "out") put(row, others, others.firstChild, row.querySelector("[data-move=in]"));
    else if (how === "in") {
      field(row).value = last() + 1;
      put(row, ranked, null, row.querySelector("[data-move=up]"));
    } else {
      const other = how === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (!other || row.parentElement !== ranked) return focus?.focus();
      if (!wrong(other)) [field(row).value, field(other).value] = [field(other).value, field(row).value];
      put(row, ranked, how === "up" ? other : other.nextSibling, focus);
    }
  }

  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-move]");
    if (button) move(button.closest(".rank-row"), button.dataset.move, button);
  });
  // A button that is being pressed stays under the pointer: the number typed before takes its place once it is let go.
  let pressed = false;
  let held = null;
  function settle() {
    pressed = false;
    if (held) entered(held);
    held = null;
  }
  form.addEventListener("mousedown", (event) => (pressed = event.target.closest("[type=submit]") !== null));
  window.addEventListener("mouseup", () => setTimeout(settle));
  form.addEventListener("submit", settle);
  form.addEventListener("change", (event) => {
    const row = event.target.closest(".rank-row");
    if (row && pressed) held = row;
    else if (row) entered(row);
  });

  // Enter puts in place what was typed and sends nothing; a number pressed on a button gives that place, 0 takes it out.
  form.addEventListener("keydown", (event) => {
    const row = event.target.closest(".rank-row");
    if (!row || event.ctrlKey || event.metaKey) return;
    const inField = event.target === field(row);
    // What was typed takes its place before the row moves: a field that moves must not have the focus.
    if (inField && ["ArrowUp", "ArrowDown", "Enter"].includes(event.key)) event.target.blur();
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      move(row, event.key === "ArrowUp" ? "up" : "down", event.target);
    } else if (inField && event.key === "Enter") {
      event.preventDefault();
      event.target.focus();
    } else if (!inField && /^[0-9]$/.test(event.key)) {
      event.preventDefault();
      if (event.key === "0") return move(row, "out");
      field(row).value = event.key;
      entered(row, field(row));
    }
  });

  // The handle is dragged with mouse, pen or finger; the lists follow. The form holds the pointer, for the row moves.
  let dragged = null;
  let beside = null; // Whose place it takes; null for the end of the list.
  let moved = false;

  form.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest("[data-handle]");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    document.activeElement?.blur();
    form.setPointerCapture(event.pointerId);
    moved = false;
    dragged = handle.closest(".rank-row");
    dragged.classList.add("dragged");
  });
  form.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    if (event.clientY < EDGE) window.scrollBy(0, -STEP);
    if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const over = under?.closest(".rank-row");
    const list = under?.closest("section")?.querySelector(".rank-list");
    if (!list || over === dragged) return;
    const below = over && event.clientY > over.getBoundingClientRect().top + over.offsetHeight / 2;
    if (!over && list === dragged.parentElement) return;
    beside = over;
    moved = true;
    list.insertBefore(dragged, over ? (below ? over.nextSibling : over) : list === others ? others.firstChild : null);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    form.addEventListener(end, () => {
      const row = dragged;
      dragged = null;
      row?.classList.remove("dragged");
      if (!row || !moved) return;
      if (!strict && row.parentElement === ranked) {
        field(row).value = beside ? field(beside).value : last() + 1;
        sort(row);
      }
      number();
      say(row);
    });
  }
}
