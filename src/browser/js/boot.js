// Wakes the islands of this page. The file names come from the server, in data attributes of the
// script element; what does not arrive is asked for again, so that a lost packet is only a delay.
const { folder, chunks } = document.getElementById("boot").dataset;

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
const program = await again(() => import(`${folder}/veiligchat.js`));
await again(() => program.default({ module_or_path: `${folder}/veiligchat.wasm` }));
program.hydrate();
await Promise.all(lazy);
for (const island of document.querySelectorAll("leptos-island")) {
  program[island.dataset.component]?.(island);
}
