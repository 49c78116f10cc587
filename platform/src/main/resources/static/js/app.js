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
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    delete form.dataset.asked;
  });
});

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

focusFaults(document);
