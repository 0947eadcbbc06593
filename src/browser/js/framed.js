// `/chat` inside the pop-up of another website. To the website it tells, through a channel of the two
// alone, where the visitor is (filling in, waiting, in conversation, done) and how many messages
// nobody has seen: a word and a number, and nothing of what they are about.
(() => {
  const root = document.documentElement;
  const chat = document.getElementById("chat");
  if (top === self || !chat) {
    delete root.dataset.framed;
    return;
  }
  const NAME = "veiligchat-insluiten";
  const room = document.getElementById("room");
  const number = document.getElementById("place");
  const exit = document.getElementById("exit");
  const neutral = exit.href;
  let line;
  let folded = false;
  let told = "";
  let quietly = false;

  // How many messages of others were in view, over the website's pages too.
  const READ = "h";
  let keeps = true;
  const kept = (name, value) => {
    try {
      if (value !== undefined) sessionStorage.setItem(name, value);
      return sessionStorage.getItem(name);
    } catch {
      // Some browsers give a frame no storage at all: the website's next page starts anew.
      keeps = false;
      return null;
    }
  };
  let read = Number(kept(READ));

  const look = () => {
    let { stage } = chat.dataset;
    // A tab that comes back to its conversation, and does not know yet how far it is. Who has a number
    // waits; who has none is on the way in, or it is their turn.
    const comesBack = stage === "sign-up" && "resume" in root.dataset;
    if (comesBack || (stage === "waiting" && !/\p{Nd}/u.test(number.textContent))) stage = "conversation";
    const lines = document.querySelectorAll('#lines > [data-from="other"]').length;
    if (!room.hidden && folded) dispatchEvent(new Event("veiligchat:fold"));
    if (!room.hidden && !folded && lines !== read) {
      read = lines;
      if (kept("a")) kept(READ, read);
    }
    const unread = Math.max(0, lines - read);
    const now = `${stage} ${unread}`;
    if (!line || now === told) return;
    told = now;
    line.postMessage({ stage, unread, keeps });
  };
  new MutationObserver(look).observe(root, {
    subtree: true,
    childList: true,
    attributeFilter: ["data-stage", "data-resume", "hidden"],
  });

  const fold = () => line?.postMessage({ fold: true });
  document.getElementById("fold")?.addEventListener("click", fold);
  addEventListener("keydown", (event) => {
    const closesSomething = event.isComposing || event.target.list || document.querySelector(":popover-open");
    if (event.key === "Escape" && !closesSomething) fold();
  });

  // Links to other pages of ours, which no other site may frame, open beside the website.
  addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.("a[data-replace]");
      if (!link || new URL(link.href).pathname === location.pathname) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open(link.href, "_blank", "noopener,noreferrer");
    },
    true,
  );

  const reachable = 'a[href], button, input, textarea, summary, [tabindex="0"]';
  const focus = (which) => {
    if (which === "content") {
      (document.querySelector("#cover:not([hidden]) button") ?? document.getElementById("content")).focus({ preventScroll: true });
      return;
    }
    const all = [...document.querySelectorAll(reachable)].filter((one) => one.checkVisibility());
    all.at(which === "last" ? -1 : 0)?.focus();
  };
  const hear = ({ data }) => {
    if (data.leave === "quietly") {
      // The last exit found nobody here: what it should have wiped is wiped now.
      quietly = true;
      dispatchEvent(new Event("veiligchat:leave"));
      sessionStorage.clear();
      location.reload();
    } else if (data.leave) exit.click();
    else if (data.focus) focus(data.focus);
    else {
      folded = data.folded;
      look();
    }
  };

  // The exit leaves the whole website. This page is blank already; the website goes blank and leaves
  // when it hears of it, and if it does not, the browser is sent away from here.
  addEventListener("veiligchat:leave", (event) => {
    event.preventDefault();
    if (quietly) return;
    line?.postMessage({ leave: true });
    setTimeout(() => {
      try {
        top.location.replace(neutral);
      } catch {
        location.replace(neutral);
      }
    }, 400);
  });

  // Whom this page may be framed by, the server decided; the first of them that answers gets the line.
  addEventListener("message", (event) => {
    if (event.source !== parent || event.data !== NAME || line) return;
    [line] = event.ports;
    line.onmessage = hear;
    root.dataset.linked = "";
    look();
  });
  parent.postMessage(NAME, "*");
})();
