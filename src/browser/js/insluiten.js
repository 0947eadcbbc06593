// The chat on another website: a badge that says whether it is open, and a panel with the chat in it.
// It lives in a closed shadow tree and takes its style from no page and gives it to none. What people
// read comes from the server, in the language of the page, with the status.
(() => {
  const TAG = "veiligchat-insluiten";
  const script = document.currentScript;
  if (document.querySelector(TAG)) return;
  const { regio, taal, plaats, thema } = script.dataset;
  const home = new URL(script.src).origin;

  // That this tab has a conversation is all that the website's own storage ever holds, and only until
  // it ends. The conversation itself is kept by the frame, where the website cannot look.
  const MARK = "veiligchat";
  const mark = (there) => {
    try {
      if (there === undefined) return sessionStorage.getItem(MARK);
      if (there) sessionStorage.setItem(MARK, there);
      else sessionStorage.removeItem(MARK);
    } catch {
      // Without storage the conversation is found again by opening the chat.
    }
  };

  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...inside);
    return element;
  };

  // What the server told last; the frame, and the line to it; where the visitor is in there, and how
  // many messages nobody has seen.
  let told, frame, line;
  let stage = "";
  let unread = 0;
  let turn = false;
  let keeps = true;

  const words = make("strong");
  const more = make("span");
  const badge = make("button", { class: "badge", type: "button", "aria-haspopup": "dialog", hidden: "" }, make("i"), make("span", {}, words, more));
  const spoken = make("p", { class: "spoken", role: "status" });
  const presses = make("p", { class: "presses", role: "status" });
  const exit = make("a", { class: "exit", rel: "noreferrer noopener" });
  const cross = make("button", { class: "cross", type: "button" }, "✕");
  const head = make("div", { class: "head" }, exit, cross);
  const title = make("h2");
  const detail = make("p");
  const start = make("a", { class: "start", target: "_blank", rel: "noopener noreferrer" });
  const tab = make("p");
  const danger = make("p");
  const calls = make("p", { class: "calls" });
  const intro = make("div", { class: "intro" }, title, detail, start, tab, danger, calls);
  const stay = make("p", { class: "stay" });
  const place = make("div", { class: "place" });
  const first = make("span", { tabindex: "0", hidden: "" });
  const last = make("span", { tabindex: "0", hidden: "" });
  const panel = make("div", { class: "panel", role: "dialog", tabindex: "-1", hidden: "" }, head, intro, stay, place);
  const root = make("div", { class: `root ${thema ?? ""} ${plaats ?? ""}` }, badge, first, panel, last, spoken, presses);

  // Those of the organisation, or else these.
  const colours = { "--light-main": "#1c5a60", "--light-on": "#fff", "--dark-main": "#93d3c8", "--dark-on": "#0b2422" };

  const isOver = () => !["waiting", "conversation", "elsewhere"].includes(stage);
  const mayFrame = () => home === location.origin || told.sites.includes(location.origin);
  const address = (kind) => {
    const query = new URLSearchParams({ ...(regio && { regio }), ...(told.taal !== "nl" && { taal: told.taal }), ...(kind && { kader: kind }) });
    return `${home}/chat?${query}`.replace(/\?$/, "");
  };
  const say = (what) => line?.postMessage(what);
  const put = (element, text) => element.textContent !== text && (element.textContent = text);

  const show = () => {
    if (!told) return;
    const { text } = told;
    const back = stage && stage !== "sign-up";
    root.lang = told.taal;
    root.dir = told.richting;
    root.dataset.status = told.status;
    for (const name in colours) root.style.setProperty(name, told.kleuren?.[name] ?? colours[name]);
    put(words, back ? (turn ? text.turn : text.back) : told.headline);
    const news = unread ? text.unread.replace("{}", unread) : "";
    put(more, back ? news : told.detail);
    badge.classList.toggle("news", Boolean(back && news));
    put(spoken, back && panel.hidden && (turn || unread) ? `${words.textContent}. ${news}` : "");
    badge.hidden = !panel.hidden;
    first.hidden = last.hidden = panel.hidden;
    panel.setAttribute("aria-label", text.panel);
    put(title, told.headline);
    put(detail, told.detail);
    put(start, text.start);
    start.hidden = told.status !== "open";
    start.href = address();
    put(tab, text.tab);
    put(stay, text.stay);
    stay.hidden = keeps || stage === "farewell";
    tab.hidden = start.hidden || mayFrame();
    put(danger, text.danger);
    if (!calls.children.length) calls.append(...text.calls.map(([number, name]) => make("a", { href: number }, name)));
    put(exit, text.exit);
    exit.href = told.exit;
    cross.setAttribute("aria-label", text.close);
    cross.title = text.close;
    intro.hidden = Boolean(frame);
    place.hidden = !frame;
    // The chat has a cross and a way out of its own, as soon as it is there.
    head.hidden = Boolean(line);
    panel.classList.toggle("framed", Boolean(frame));
  };

  const enter = () => {
    // `src` before it stands in the page: the browser's Back then knows nothing of the frame.
    frame = make("iframe", {
      title: told.text.panel,
      allow: "screen-wake-lock",
      referrerpolicy: "no-referrer",
      src: address(home === location.origin ? "voorbeeld" : "site"),
    });
    place.replaceChildren(frame);
    show();
  };

  const drop = () => {
    line?.close();
    place.replaceChildren();
    frame = line = undefined;
    keeps = true;
    stage = "";
    unread = 0;
    turn = false;
  };

  // Into the chat, or into what stands here until it is there.
  const step = (where) => {
    const all = [...panel.querySelectorAll("a, button")].filter((one) => one.offsetParent);
    if (line) {
      frame.focus();
      say({ focus: where });
    } else (where === "content" ? panel : all.at(where === "last" ? -1 : 0)).focus();
  };

  const open = () => {
    if (!told) return;
    panel.hidden = false;
    turn = false;
    show();
    say({ folded: false });
    step("content");
    look();
  };

  const fold = () => {
    panel.hidden = true;
    say({ folded: true });
    if (stage === "farewell") drop();
    show();
    badge.focus();
  };

  // Away from the whole website. The page goes blank first, then the frame wipes; whether it answers
  // or not, the browser leaves.
  const away = () => {
    // The website may not ask whether somebody who flees is sure.
    addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
    location.replace(told.exit);
  };
  const gone = () => {
    mark("");
    document.title = "";
    document.documentElement.replaceChildren();
    away();
  };
  const leave = (event) => {
    event?.preventDefault();
    document.title = "";
    document.documentElement.style.setProperty("display", "none", "important");
    if (!frame) return gone();
    // A frame that does not answer is wiped when this tab comes here again.
    mark("wis");
    say({ leave: true });
    setTimeout(away, 400);
  };

  const hear = ({ data }) => {
    if (data.leave) return gone();
    if (data.fold) return fold();
    const before = stage;
    stage = String(data.stage);
    unread = Number(data.unread) || 0;
    ({ keeps } = data);
    if (panel.hidden && before === "waiting" && stage === "conversation") turn = true;
    mark(isOver() || !keeps ? "" : "1");
    // The conversation that the mark stood for is no longer there.
    if (panel.hidden && stage === "sign-up") drop();
    show();
  };

  // A browser that keeps nothing for a frame asks before the conversation is lost.
  addEventListener("beforeunload", (event) => {
    if (!keeps && !isOver()) event.preventDefault();
  });

  // The frame says that it is there, and nothing else, to whoever framed it; what it tells after that
  // goes through a channel that no other script of the website can listen to.
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== home || !frame || source !== frame.contentWindow || data !== TAG) return;
    const { port1, port2 } = new MessageChannel();
    line?.close();
    line = port1;
    line.onmessage = hear;
    source.postMessage(TAG, home, [port2]);
    if (mark() === "wis") {
      mark("");
      return say({ leave: "quietly" });
    }
    const inside = inner.activeElement;
    say({ folded: panel.hidden });
    show();
    if (inside && !panel.hidden) step("content");
  });

  badge.onclick = open;
  cross.onclick = fold;
  exit.onclick = leave;
  start.onclick = (event) => {
    if (!mayFrame()) return;
    event.preventDefault();
    enter();
    panel.focus();
  };
  root.onkeydown = (event) => {
    if (event.key === "Escape" && !panel.hidden) fold();
  };
  // The focus goes round inside the panel.
  first.onfocus = () => step("last");
  last.onfocus = () => step("first");

  // Shift three times alone within two seconds, as in the chat itself, while the panel is open.
  let times = [];
  let alone = false;
  const isShift = ({ code }) => code === "ShiftLeft" || code === "ShiftRight";
  addEventListener(
    "keydown",
    (event) => {
      if (event.repeat && isShift(event)) return;
      alone = isShift(event) && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!alone) times = [];
    },
    true,
  );
  addEventListener(
    "keyup",
    (event) => {
      if (panel.hidden || !isShift(event) || !alone) return;
      alone = false;
      times = [...times, event.timeStamp].filter((time) => event.timeStamp - time <= 2000);
      if (times.length === 3) return leave();
      put(presses, told.text.presses[times.length - 1]);
      setTimeout(() => put(presses, ""), 2000);
    },
    true,
  );

  // A soft keyboard covers what lies below it: the panel ends above it. (Zoomed in by hand, it stays.)
  const view = window.visualViewport;
  const fit = () => {
    if (view?.scale !== 1) return;
    root.style.setProperty("--high", `${view.height}px`);
    root.style.setProperty("--top", `${view.offsetTop}px`);
  };
  view?.addEventListener("resize", fit);
  view?.addEventListener("scroll", fit);
  fit();

  const look = async () => {
    if (document.hidden && told) return;
    const language = taal || document.documentElement.lang.slice(0, 2) || "nl";
    try {
      const query = new URLSearchParams({ insluiten: "", taal: language, ...(regio && { regio }) });
      const answer = await fetch(`${home}/status?${query}`, { credentials: "omit", referrerPolicy: "no-referrer" });
      if (!answer.ok) return;
      told = await answer.json();
      if (mark() && !frame && mayFrame()) enter();
      show();
    } catch {
      // Without a connection the last status stands; without any there is no badge.
    }
  };
  setInterval(look, 30_000);
  document.addEventListener("visibilitychange", look);

  const style = new CSSStyleSheet();
  const dark = "--ground: #1d2726; --ink: #efede6; --soft: #b6c0bc; --edge: #8b9894; --main: var(--dark-main); --on-main: var(--dark-on); --warm: #ffb9a6; --on-warm: #3b0f05; --good: #85d3a3;";
  style.replaceSync(`
:host { all: initial !important; display: block !important; position: fixed !important; inset: 0 auto auto 0 !important; z-index: 2147483647 !important; inline-size: 0 !important; block-size: 0 !important; overflow: visible !important; }
:host::backdrop { display: none !important; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
h2, p { margin: 0; }
h2 { font: 600 1.375em/1.2 Charter, Georgia, serif; }
.root { --ground: #fffdf9; --ink: #26302f; --soft: #56615f; --edge: #837a6c; --main: var(--light-main); --on-main: var(--light-on); --warm: #8f3320; --on-warm: #fff; --good: #2c7148; color-scheme: light dark; color: var(--ink); font: medium/1.5 system-ui, sans-serif; text-align: start; overflow-wrap: break-word; }
@media (prefers-color-scheme: dark) { .root:not(.licht) { ${dark} } }
.root.licht { color-scheme: light; }
.root.donker { color-scheme: dark; ${dark} }
button, a { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
.badge, .panel { position: fixed; right: 1em; bottom: max(1em, env(safe-area-inset-bottom)); max-inline-size: calc(100vw - 2em); border: 1px solid var(--edge); background: var(--ground); box-shadow: 0 2px 16px rgb(0 0 0 / 20%); }
.links > .badge, .links > .panel { right: auto; left: 1em; }
.badge { display: flex; gap: 0.75em; align-items: center; min-block-size: 3em; padding: 0.5em 1.125em; border-radius: 1.5em; text-align: start; line-height: 1.3; }
.badge i { flex: none; inline-size: 0.75em; block-size: 0.75em; border: 1px solid var(--edge); border-radius: 50%; }
[data-status="open"] i { border-color: var(--good); background: var(--good); }
.badge strong, .badge span span { display: block; }
.badge span span { font-size: 0.875em; color: var(--soft); }
.news { border-width: 2px; border-color: var(--warm); }
.news span span { color: var(--warm); font-weight: 600; }
.news i { border-color: var(--warm); background: var(--warm); }
.badge :empty:not(i) { display: none; }
.spoken, .presses { position: fixed; inset: 40% 1em auto; }
.spoken, .presses:empty { inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.presses:not(:empty) { padding: 1em; border: 1px solid transparent; border-radius: 0.75em; background: var(--warm); color: var(--on-warm); font-weight: 600; text-align: center; }
.panel { display: flex; flex-direction: column; inline-size: 25em; max-block-size: calc(100vh - 2em); max-block-size: calc(100dvh - 2em); border-radius: 1em; overflow: hidden; }
.panel:focus { outline: none; }
.framed { block-size: 44em; }
.head { display: flex; gap: 0.5em; align-items: center; justify-content: space-between; padding: 0.5em; background: var(--ground); }
.framed .head { position: absolute; inset: 0 0 auto; }
.exit, .cross, .start, .calls a { display: inline-flex; align-items: center; justify-content: center; min-block-size: 2.75em; padding: 0.25em 0.875em; border: 1px solid var(--edge); border-radius: 0.5em; background: transparent; font-weight: 600; text-decoration: none; }
.exit { border-color: transparent; background: var(--warm); color: var(--on-warm); }
.cross { min-inline-size: 2.75em; padding: 0; border-color: transparent; }
.start { border-color: transparent; background: var(--main); color: var(--on-main); font-size: 1.125em; }
a:hover, .badge:hover strong { text-decoration: underline; }
.intro { display: grid; gap: 0.75em; padding: 0.75em 1em 1.25em; overflow-y: auto; }
.intro > p { color: var(--soft); }
.calls { display: flex; flex-wrap: wrap; gap: 0.5em; }
.calls a { color: var(--ink); white-space: nowrap; }
.stay { padding: 0.375em 1em; border-block-end: 1px solid var(--edge); font-size: 0.9375em; }
.place { display: flex; flex: 1; min-block-size: 0; }
iframe { flex: 1; inline-size: 100%; border: 0; }
@media (max-width: 30em), (max-height: 30em) { .root > .panel { inset: var(--top, 0) 0 auto; inline-size: 100%; block-size: var(--high, 100dvh); max-inline-size: none; max-block-size: none; border: 0; border-radius: 0; } }
@media print { :host { display: none !important; } }
@media (forced-colors: active) { .badge, .exit, .start, .cross, .calls a { border-color: ButtonText; } [data-status="open"] i { forced-color-adjust: none; } }
`);
  const holder = make(TAG, { popover: "manual" });
  const inner = holder.attachShadow({ mode: "closed" });
  inner.adoptedStyleSheets = [style];
  inner.append(root);
  document.documentElement.append(holder);
  // Above everything that a page can put above everything.
  holder.showPopover?.();
  look();
})();
