// Keeps a press that comes before the page is alive: nothing is sent, the form is marked, and the
// island presses once more when it can (browser/early.rs).
// A tab that comes back to its conversation shows no form meanwhile.
try {
  if (sessionStorage.getItem("a")) document.documentElement.dataset.resume = "";
} catch {
  // Storage that is switched off holds nothing.
}
addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.dataset.live !== "false") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    form.dataset.pending = "";
  },
  true,
);
