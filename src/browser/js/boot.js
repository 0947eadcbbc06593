// Wakes the islands of this page. The file names come from the server, in data attributes of the
// script element; what does not arrive is asked for again, so that a lost packet is only a delay.
const { folder, chunks, words } = document.getElementById("boot").dataset;

// What is painted goes first: on a slow network the program would take its room. A page that nobody
// looks at is not painted.
if (!document.hidden) {
  await new Promise((next) => {
    requestAnimationFrame(() => setTimeout(next));
    setTimeout(next, 500);
  });
}
document.head.append(document.getElementById("program").content);

const again = async (attempt) => {
  for (let pause = 250; ; pause = Math.min(2 * pause, 8000)) {
    try {
      return await attempt();
    } catch {
      await new Promise((next) => setTimeout(next, pause * (1 + Math.random())));
    }
  }
};

const whole = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw answer.status;
  return answer.arrayBuffer();
};

// A lazy island gives up when its chunk is lost, so it is woken when the chunk is here.
const lazy = chunks.split(" ").filter(Boolean).map((name) => again(() => whole(`${folder}/${name}`)));
// What the program says, in the language of the page.
const said = words && again(() => whole(`${folder}/${words}`));
const program = await again(() => import(`${folder}/veiligchat.js`));
await again(() => program.default({ module_or_path: `${folder}/veiligchat.wasm` }));
if (said) document.getElementById("words").textContent = new TextDecoder().decode(await said);
program.hydrate();
await Promise.all(lazy);
for (const island of document.querySelectorAll("leptos-island")) {
  program[island.dataset.component]?.(island);
}
