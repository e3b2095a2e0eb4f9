// Tables that sort and filter, links that find a figure's sentence on whichever page of its table it stands, and
// charts that the keyboard can walk through.
const tables = [...document.querySelectorAll("table.sortable")].map((table) => {
  const rows = table.parentElement.querySelector("script[type='application/json']");
  const headings = [...table.querySelectorAll("thead th")];
  const options = {
    autoWidth: false,
    order: [],
    orderMulti: false,
    pageLength: 25,
    layout: {topStart: "search", topEnd: "info", bottomStart: null, bottomEnd: "paging"},
    language: {
      search: "Filter",
      info: "_START_ to _END_ of _TOTAL_",
      infoEmpty: "none",
      infoFiltered: "(all: _MAX_)",
      zeroRecords: "No row holds these words.",
    },
    columnDefs: headings.map((heading, target) => ({
      targets: target,
      className: heading.className,
      orderable: !heading.classList.contains("sentence"),
    })),
  };
  if (rows) {
    const {ids, cells} = JSON.parse(rows.textContent);
    options.data = cells.map((row, number) => Object.assign({id: ids[number]}, row));
    options.columns = headings.map((_, column) => ({
      data: (row, kind) => {
        const cell = row[column];
        const [shown, order] = Array.isArray(cell) ? cell : [cell, undefined];
        return (kind === "sort" || kind === "type") && order !== undefined ? order : shown;
      },
    }));
    options.createdRow = (element, row) => {
      if (row.id && !document.getElementById(row.id)) element.id = row.id;
    };
    table.tBodies[0].replaceChildren();
  }
  const api = new DataTable(table, options);
  if (api.page.info().pages < 2) api.table().container().classList.add("one-page");
  const pages = api.table().container().querySelector("nav");
  pages?.setAttribute("aria-label", `Pages of the table “${table.caption?.textContent ?? ""}”`);
  return api;
});

function bringUp() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id.startsWith("figure-")) return;
  for (const api of tables) {
    const found = api.rows((_, row) => row.id === id || row.DT_RowId === id).indexes();
    const inPlace = found.length ? found : api.rows(`[id="${CSS.escape(id)}"]`).indexes();
    if (!inPlace.length) continue;
    if (!api.rows({search: "applied"}).indexes().toArray().includes(inPlace[0])) api.search("");
    const position = api.rows({search: "applied", order: "applied"}).indexes().toArray().indexOf(inPlace[0]);
    api.page(Math.floor(position / api.page.len())).draw(false);
    const element = api.row(inPlace[0]).node();
    element.classList.add("sought");
    element.tabIndex = -1;
    element.scrollIntoView({block: "center"});
    element.focus({preventScroll: true});
    setTimeout(() => element.classList.remove("sought"), 4000);
    return;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#figure-']");
  if (link && link.getAttribute("href") === location.hash) bringUp();
});
addEventListener("hashchange", bringUp);
if (location.hash) bringUp();

// The marks of a chart are one stop of the tab key; the arrow keys lead from mark to mark.
for (const picture of document.querySelectorAll(".chart svg")) {
  const marks = [...picture.querySelectorAll("a")];
  marks[0]?.setAttribute("tabindex", "0");
  picture.addEventListener("keydown", (event) => {
    const step = {ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1}[event.key];
    const at = marks.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = marks[(at + step + marks.length) % marks.length];
    marks[at].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}
