// Looks for figures in the files beside this page: in blocks of rows, which an index of words leads to (index.py).
const SHOWN = 25;
const {blocks, shards} = JSON.parse(document.getElementById("contents").textContent);
const box = document.querySelector("input"), more = document.querySelector(".more");
const bar = document.querySelector("progress");
const body = document.querySelector("tbody"), status = document.querySelector("[role=status]");
const caption = document.querySelector("caption"), kinds = [...document.querySelectorAll("thead th")].map((th) => th.className);
const everything = caption.textContent;

// A page on a disk may load scripts, but no data: each file calls this with its name and what it holds.
const awaited = new Map(), kept = new Map();
window.arrived = (name, data) => awaited.get(name)(data);
function load(name) {
  return new Promise((resolve, reject) => {
    awaited.set(name, resolve);
    const script = document.createElement("script");
    script.src = `${name}.js`;
    script.onload = () => script.remove();
    script.onerror = () => reject(new Error(`${name}.js is missing: this page needs the folder that it came in.`));
    document.head.append(script);
  });
}
function shard(number) {
  if (!kept.has(number)) kept.set(number, load(`words/${number}`));
  return kept.get(number);
}

// As index.py does.
function words(html) {
  const text = html.replace(/<[^>]*>/g, "").replace(/&#?\w+;/g, " ").toLowerCase();
  const plain = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/(?<=[0-9]),(?=[0-9]{3})/g, "");
  return new Set(plain.match(/[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?|[\p{L}\p{N}]+/gu));
}

// A number is looked for as it is (a year also in dates), a word by how it begins, a link's target as it is.
function fits(term, sought) {
  if (sought.startsWith("#")) return term === sought;
  if (/^[0-9]+$/.test(sought)) return term === sought || term.startsWith(`${sought}-`);
  return term.startsWith(sought);
}

async function blocksOf(sought) {
  const from = Math.max(0, shards.findLastIndex((first) => first <= sought));
  const after = shards.findIndex((first) => first > sought && !first.startsWith(sought));
  const numbers = shards.map((_, number) => number).slice(from, after < 0 ? undefined : after);
  const found = new Set();
  for (const terms of await Promise.all(numbers.map(shard))) {
    for (const term in terms) if (fits(term, sought)) terms[term].forEach((block) => found.add(block));
  }
  return found;
}

function holds({id, cells}, sought) {
  const html = cells.flat().join(" ");
  if (sought[0]?.startsWith("#")) return `#${id}` === sought[0] || html.includes(`href="${sought[0]}"`);
  const own = [...words(html)];
  return sought.every((word) => own.some((term) => fits(term, word)));
}

// The rows that hold all that is sought, and between them the numbers of the blocks that are read for it.
async function* rowsWith(sought) {
  const sets = await Promise.all(sought.map(blocksOf));
  for (let block = 0; block < blocks; block++) {
    if (!sets.every((set) => set.has(block))) continue;
    yield block;
    const {ids, cells} = await load(`figures/${block}`);
    for (const [number, id] of ids.entries()) {
      const row = {id, cells: cells[number]};
      if (holds(row, sought)) yield row;
    }
  }
}

function drawn({id, cells}) {
  const row = document.createElement("tr");
  row.id = id;
  for (const [column, cell] of cells.entries()) {
    const td = row.insertCell();
    td.className = kinds[column];
    td.innerHTML = [cell].flat()[0];
  }
  return row;
}

let rows, turn = 0;

// The next rows of the search under way, unless another has begun meanwhile.
async function show() {
  const own = turn, until = body.rows.length + SHOWN;
  let last = false;
  more.hidden = true;
  status.textContent = "Looking …";
  try {
    while (body.rows.length < until && !last) {
      const {value, done} = await rows.next();
      if (own !== turn) return;
      last = done;
      if (typeof value === "number") bar.value = value;
      else if (value) body.append(drawn(value));
      bar.hidden = last || body.rows.length === until;
    }
  } catch (error) {
    if (own === turn) status.textContent = error.message;
    return;
  }
  const shown = `${body.rows.length.toLocaleString("en")} figure${body.rows.length === 1 ? "" : "s"}`;
  status.textContent = last ? `${shown} found.` : `The first ${shown}.`;
  more.hidden = last;
}

async function search() {
  const hash = /^#(figure|tally)-/.test(location.hash) ? location.hash : "";
  const sought = hash ? [hash] : [...words(box.value)];
  turn++;
  rows = rowsWith(sought);
  body.replaceChildren();
  document.querySelector(".all").hidden = !hash;
  caption.textContent = hash.startsWith("#tally") ? "Figures that count the same thing" : hash ? "The figure" : everything;
  await show();
  if (hash.startsWith("#figure")) focusOn(body.rows[0]);
}

function focusOn(row) {
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}

let waiting;
box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (location.hash) location.hash = ""; // which begins the search
    else search();
  }, 200);
});
more.addEventListener("click", async () => {
  const before = body.rows.length;
  await show();
  // The button may be gone; reading goes on where the new rows begin.
  focusOn(body.rows[Math.min(before, body.rows.length - 1)]);
});
addEventListener("hashchange", search);
search();
