// The office's live view: asks for the same page now and then, and puts its words where they differ.
(() => {
  const refresh = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(location.href, { redirect: "error" });
      if (!answer.ok) return;
      const newer = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const place of document.querySelectorAll("[data-live]")) {
        const words = newer.getElementById(place.id)?.textContent;
        if (words !== undefined && words !== place.textContent) place.textContent = words;
      }
    } catch {
      // Without a connection, or signed out, the last words stand.
    }
  };
  setInterval(refresh, 5000);
  addEventListener("visibilitychange", refresh);
})();
