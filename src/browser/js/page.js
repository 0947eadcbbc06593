// Leaving quickly, on every visitor page, before and without WASM: by the link, or by Shift pressed
// three times alone within two seconds. An island that has secrets listens for "veiligchat:leave",
// wipes them at once and tells the server without waiting.
(() => {
  const exit = document.querySelector("a[data-exit]");
  if (!exit) return;
  const address = exit.href;

  const leave = () => {
    document.title = "";
    document.documentElement.replaceChildren();
    try {
      dispatchEvent(new Event("veiligchat:leave"));
      sessionStorage.clear();
    } catch {
      // Storage that is switched off holds nothing; leaving goes on.
    }
    location.replace(address);
  };

  let presses = [];
  let alone = false;
  // A soft keyboard gives no `code`, and typing a capital puts another key between down and up.
  const isShift = (event) => event.code === "ShiftLeft" || event.code === "ShiftRight";

  addEventListener(
    "keydown",
    (event) => {
      if (event.repeat && isShift(event)) return;
      alone = isShift(event) && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!alone) presses = [];
    },
    true,
  );
  addEventListener(
    "keyup",
    (event) => {
      if (!isShift(event) || !alone) return;
      alone = false;
      presses = [...presses, event.timeStamp].slice(-3);
      if (presses.length === 3 && presses[2] - presses[0] <= 2000) leave();
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[data-exit], a[data-replace]");
      if (!link) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (link.dataset.exit !== undefined) leave();
      else location.replace(link.href);
    },
    true,
  );
})();
