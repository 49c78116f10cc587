// What pages gain from a script; every page works without it.

// "/" goes to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const search = document.querySelector('[data-hotkey="/"]');
  if (search) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

// The summary of faults takes the focus, so that it is read first; its links put the focus into the field.
function focusFaults(root) {
  root.querySelector("[data-focus]")?.focus();
}
document.addEventListener("click", (event) => {
  const link = event.target.closest(".faults a[href^='#']");
  const field = link && document.getElementById(link.getAttribute("href").slice(1));
  if (field) {
    event.preventDefault();
    const target = field.matches("fieldset") ? field.querySelector("input") ?? field : field;
    target.focus();
    target.scrollIntoView({ block: "center" });
  }
});

// A form with data-enter is sent by Ctrl+Enter from within a text.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest("form[data-enter]");
  if (form) {
    event.preventDefault();
    form.requestSubmit();
  }
});

// A form with data-ask asks before it is sent, naming what will happen. The dialog's words stand in the page.
document.addEventListener("submit", (event) => {
  const form = event.target;
  const ask = event.submitter?.dataset.ask ?? form.dataset.ask;
  const dialog = document.getElementById("ask");
  if (!ask || !dialog || form.dataset.asked) return;
  event.preventDefault();
  dialog.querySelector("p").textContent = ask;
  dialog.returnValue = "";
  dialog.showModal();
  dialog.addEventListener(
    "close",
    () => {
      if (dialog.returnValue !== "yes") return;
      form.dataset.asked = "yes";
      form.requestSubmit(event.submitter);
    },
    { once: true },
  );
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented || event.target.method !== "post") return;
  if (event.target.dataset.sent) {
    event.preventDefault();
    return;
  }
  keepTyped(event.target);
  event.target.dataset.sent = "yes";
  const pressed = event.submitter?.dataset.busy ? event.submitter : event.target.querySelector("button[data-busy]");
  if (pressed) {
    pressed.dataset.working = "yes";
    changeWords(pressed);
  }
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    delete form.dataset.asked;
  });
  document.querySelectorAll("button[data-working]").forEach((button) => {
    delete button.dataset.working;
    changeWords(button);
  });
});

// A button that takes long says so while it does, and no longer when the person comes back to the page.
function changeWords(button) {
  [button.dataset.busy, button.textContent] = [button.textContent, button.dataset.busy];
}

// What a person typed outlives the end of the session: this tab keeps it until it has arrived. The version of the record
// is kept with it, so that a change by somebody else is still noticed.
const typed = {
  get: () => JSON.parse(sessionStorage.getItem("typed")),
  set: (kept) => sessionStorage.setItem("typed", JSON.stringify(kept)),
  forget: () => sessionStorage.removeItem("typed"),
};
const here = () => location.pathname + location.search;

function keepTyped(form) {
  const person = document.body.dataset.person;
  if (!person || !form.querySelector("textarea, [type=text]") || form.querySelector("[type=password]")) return;
  const action = form.getAttribute("action");
  const values = [...new FormData(form)].filter(([name, value]) => name !== "_csrf" && typeof value === "string");
  const before = typed.get();
  // A page of faults stands at the address that was posted to: the form's own address is the one before.
  const page = before?.action === action && before.page ? before.page : here();
  typed.set({ person, action, page, values });
}

function recallTyped() {
  const kept = typed.get();
  if (!kept) return;
  const person = document.body.dataset.person;
  const refused = document.querySelector("[data-typed]");
  if (refused) {
    refused.hidden = false;
    refused.querySelector("a")?.setAttribute("href", kept.page);
    typed.set({ ...kept, refused: true });
  } else if (!kept.refused) {
    if (!document.querySelector(".faults")) typed.forget();
  } else if (person && person !== kept.person) {
    typed.forget();
  } else if (person && here() === kept.page) {
    fillAgain([...document.forms].find((form) => form.getAttribute("action") === kept.action), kept.values);
    typed.forget();
  } else if (person && !kept.led) {
    typed.set({ ...kept, led: true });
    location.replace(kept.page);
  }
}

function fillAgain(form, values) {
  if (!form) return;
  const left = values.slice();
  for (const field of form.querySelectorAll("input:not([name=_csrf], [type=file]), select, textarea")) {
    const box = field.matches("[type=checkbox], [type=radio]");
    const found = left.findIndex(([name, value]) => name === field.name && (!box || value === field.value));
    if (box) field.checked = found >= 0;
    else if (found >= 0) field.value = left[found][1];
    if (found >= 0) left.splice(found, 1);
  }
  form.querySelectorAll("details").forEach((part) => (part.open = true));
  const told = document.getElementById("typed-again");
  form.before(told);
  told.hidden = false;
  told.scrollIntoView({ block: "center" });
}

// What the browser says of a half-typed date is said in the page's language.
document.addEventListener(
  "invalid",
  (event) => event.target.dataset.incomplete && event.target.setCustomValidity(event.target.dataset.incomplete),
  true,
);
document.addEventListener("input", (event) => event.target.setCustomValidity?.(""));

// Copies the text of the element named by data-copy, and says so in the live region.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.querySelector(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
  document.getElementById("live").textContent = button.dataset.copied ?? "";
});

// Prints the page.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// A key named by data-key presses its button; j and k go through a queue. Not while something is typed.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const key = event.key.toLowerCase();
  const boxes = [...document.querySelectorAll("[data-queue] .row-tick")];
  if (boxes.length > 0 && (key === "j" || key === "k")) {
    const at = boxes.indexOf(document.activeElement);
    const next = boxes[key === "j" ? at + 1 : Math.max(at - 1, 0)];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
    return;
  }
  const button = [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key);
  if (!button) return;
  event.preventDefault();
  button.click();
  if (button.matches("summary")) button.parentElement.querySelector("input[type=search], textarea")?.focus();
});

// How much may still be typed, counted as people see characters.
const characters = window.Intl?.Segmenter && new Intl.Segmenter();
function countLeft(field) {
  const told = document.querySelector(`[data-count="${field.id}"]`);
  if (!told) return;
  const text = field.value.trim().replace(/\s+/g, " ");
  const left = field.dataset.most - (characters ? [...characters.segment(text)] : [...text]).length;
  told.textContent = (left < 0 ? told.dataset.over : told.dataset.left).replace("#", Math.abs(left));
  told.classList.toggle("over", left < 0);
  told.setAttribute("aria-live", left <= 10 ? "polite" : "off");
}
document.addEventListener("input", (event) => event.target.dataset.most && countLeft(event.target));
document.querySelectorAll("[data-most]").forEach(countLeft);

// Ticking the box in the head of a table ticks all its rows.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-all]");
  if (!all) return;
  document.querySelectorAll(all.dataset.all).forEach((box) => (box.checked = all.checked));
});

// Parts that htmx exchanges behave like the page they came into. A page of faults (422, 409) is shown as well.
document.addEventListener("htmx:beforeSwap", (event) => {
  if ([409, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener("htmx:afterSwap", (event) => focusFaults(event.detail.target));

// A part with data-stream is told by the server when there is something new. The browser takes up a lost connection by
// itself; one that was refused is tried again.
function listen(part) {
  const stream = new EventSource(part.dataset.stream);
  stream.addEventListener("changed", () => htmx.trigger(part, "changed"));
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(part), 5000);
  });
}
document.querySelectorAll("[data-stream]").forEach(listen);

recallTyped();
focusFaults(document);
