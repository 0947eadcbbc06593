// Leaving quickly, on every visitor page, before and without WASM: by the link, or by Shift pressed
// three times alone within two seconds. An island that has secrets listens for "veiligchat:leave",
// wipes them at once and tells the server without waiting.
(() => {
  const exit = document.querySelector("#exit");
  if (!exit) return;
  const address = exit.href;

  // What stands in the form goes along into another language, in the name of the window: that is in
  // memory alone, and the page that finds it empties it.
  const fields = [...(document.querySelector("form[data-live]")?.elements ?? [])];
  const filled = (field) =>
    "selectedIndex" in field ? "selectedIndex" : /^(radio|checkbox)$/.test(field.type) ? "checked" : "value";
  const brought = window.name;
  window.name = "";
  try {
    JSON.parse(brought).forEach((was, place) => {
      const field = was && fields[place];
      if (!field) return;
      field[filled(field)] = was;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  } catch {
    // A window whose name is another website's brings nothing.
  }

  const leave = () => {
    document.title = window.name = "";
    document.documentElement.replaceChildren();
    const leaving = new Event("veiligchat:leave", { cancelable: true });
    try {
      dispatchEvent(leaving);
      sessionStorage.clear();
    } catch {
      // Storage that is switched off holds nothing; leaving goes on.
    }
    // Inside another website it is that whole website that is left.
    if (!leaving.defaultPrevented) location.replace(address);
  };

  const progress = document.getElementById("exit-progress");
  let fading;
  const show = (words) => {
    if (!progress) return;
    progress.textContent = words;
    clearTimeout(fading);
    fading = setTimeout(() => (progress.textContent = ""), 2000);
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
      presses = presses.filter((press) => event.timeStamp - press <= 2000);
      if (presses.length === 3) leave();
      else show(presses.length === 2 ? progress?.dataset.one : progress?.dataset.two);
    },
    true,
  );
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("#exit, a[data-replace]");
      if (!link) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (link === exit) return leave();
      if ("language" in link.dataset) {
        window.name = JSON.stringify(fields.map((field) => field[filled(field)]));
        try {
          // A conversation comes back in the other language, uncovered. Without one nothing is stored.
          if (sessionStorage.getItem("a")) sessionStorage.setItem("g", window.name = "");
        } catch {
          // Storage that is switched off holds no conversation either.
        }
      }
      location.replace(link.href);
    },
    true,
  );
})();

// Open or closed changes while the page is being read.
(() => {
  const places = [...document.querySelectorAll("[data-status]")];
  if (!places.length) return;
  const put = (id, words) => {
    const place = document.getElementById(id);
    if (place && place.textContent !== words) place.textContent = words;
  };
  const refresh = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`/status${location.search}`, { credentials: "omit", cache: "no-store" });
      const { status, headline, detail, regions } = await answer.json();
      for (const place of places) place.dataset.status = status;
      put("status-headline", headline);
      put("status-detail", detail);
      for (const place of document.querySelectorAll("#region-status > [data-region]")) {
        const words = regions[place.dataset.region] ?? "";
        if (place.textContent !== words) place.textContent = words;
      }
      const start = document.getElementById("start");
      if (start) start.hidden = status !== "open";
    } catch {
      // Without a connection the last status stands.
    }
  };
  setInterval(refresh, 4000);
  addEventListener("visibilitychange", refresh);
})();

// The screen stays on while a visitor waits. A browser lets go of it whenever the page is out of view,
// and may refuse: then the screen goes off when it always does.
(() => {
  const chat = document.getElementById("chat");
  if (!chat || !navigator.wakeLock) return;
  let lock;
  const keep = async () => {
    const wanted = chat.dataset.stage === "waiting" && !document.hidden;
    if (!wanted) {
      lock?.then((held) => held?.release()).catch(() => {});
      lock = undefined;
    } else if (!lock) {
      const asked = navigator.wakeLock.request("screen").catch(() => {});
      lock = asked;
      (await asked)?.addEventListener("release", () => {
        if (lock === asked) lock = undefined;
      });
    }
  };
  new MutationObserver(keep).observe(chat, { attributeFilter: ["data-stage"] });
  addEventListener("visibilitychange", keep);
})();
