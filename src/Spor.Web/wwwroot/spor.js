// What JavaScript makes nicer. Every page works without it.
"use strict";

// A search that answers while one types: the form is posted, and only the results come back.
for (const form of document.querySelectorAll("form[data-live]")) {
  const results = document.getElementById(form.dataset.live);
  const status = document.getElementById(form.dataset.live + "-status");
  const input = form.querySelector("input[type=search]");
  if (!results || !input) continue;
  let wait = 0;
  let asked = null;
  let shown = input.value.trim();

  const ask = async () => {
    const term = input.value.trim();
    if (term === shown || term.length < 2) return;
    asked?.abort();
    const mine = asked = new AbortController();
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, {
        method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Spor-Part": "results" }, redirect: "error", signal: mine.signal,
      });
      if (!answer.ok) return;
      const html = await answer.text();
      if (mine.signal.aborted) return;
      shown = term;
      results.innerHTML = html;
      // The filters narrow the list, not the search.
      for (const filters of document.querySelectorAll("form[data-auto]")) filters.hidden = true;
      const said = results.querySelector("[data-status]")?.textContent ?? "";
      const lede = document.querySelector("main > .lede");
      if (status) status.textContent = said;
      if (lede) lede.textContent = said;
    } catch {
      // Signed out, or the line is down: the button still posts the form and shows what is wrong.
    } finally {
      if (asked === mine) results.removeAttribute("aria-busy");
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(ask, 150);
  });
}

// Filters take effect when one chooses; the button stays for those who would rather press it. The focus comes back to where it was.
const kept = "spor-focus";
for (const form of document.querySelectorAll("form[data-auto]"))
  form.addEventListener("change", event => {
    if (!event.target.matches("select, input[type=checkbox]")) return;
    try { sessionStorage.setItem(kept, JSON.stringify([location.pathname, event.target.name])); } catch { /* no storage, no focus */ }
    // Empty fields would only make the address long.
    for (const field of form.querySelectorAll("select, input")) if (field.value === "") field.disabled = true;
    form.requestSubmit();
  });
try {
  const [path, name] = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
  sessionStorage.removeItem(kept);
  if (path === location.pathname && name) document.querySelector(`form[data-auto] [name="${CSS.escape(name)}"]:not([type=hidden])`)?.focus({ preventScroll: true });
} catch { /* no storage, no focus */ }
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-auto] :disabled")) field.disabled = false;
});

// What is typed in a long form is kept as a draft while one types; the button does the same.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  let wait = 0;
  let changed = false;
  const keep = async () => {
    if (!changed) return;
    changed = false;
    try {
      const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Spor-Part": "draft" }, redirect: "error" });
      if (status) status.textContent = answer.ok ? "Kladden er gemt kl. " + new Date().toLocaleTimeString("da-DK", { hour: "2-digit", minute: "2-digit" }) : "Kladden kunne ikke gemmes. Teksten står her stadig.";
    } catch {
      changed = true;
      if (status) status.textContent = "Kladden kunne ikke gemmes. Teksten står her stadig.";
    }
  };
  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(wait);
    wait = setTimeout(keep, 1500);
  });
  form.addEventListener("submit", () => { clearTimeout(wait); changed = false; });
}

// Who was signed out while writing goes straight back to the form; by the browser's own way back one stays here.
if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") document.querySelector("form[data-back]")?.requestSubmit();

// The 24 hours run while one looks; from the time the server counted, whatever this machine's clock says.
const clocks = document.querySelectorAll("time[data-left]");
if (clocks.length > 0) {
  const opened = performance.now();
  const unit = (n, one, many) => n === 1 ? "1 " + one : n + " " + many;
  const words = seconds => {
    const over = seconds < 0, minutes = Math.floor(Math.abs(seconds) / 60), hours = Math.floor(minutes / 60), days = Math.floor(hours / 24);
    const text = days > 0 && (over || days > 1) ? unit(days, "dag", "dage") + (hours % 24 > 0 ? " og " + unit(hours % 24, "time", "timer") : "")
      : hours > 0 ? unit(hours, "time", "timer") + (minutes % 60 > 0 ? ` ${minutes % 60} min.` : "") : `${minutes} min.`;
    return over ? "overskredet med " + text : text + " tilbage";
  };
  setInterval(() => {
    for (const clock of clocks) {
      const left = Number(clock.dataset.left) - (performance.now() - opened) / 1000;
      clock.textContent = words(left);
      clock.classList.toggle("over", left < 0);
    }
  }, 30000);
}

// What is wrong with a form is read first.
document.getElementById("fejl")?.focus();

// A row of scores takes a digit (0 is 10), and a form that writes is saved by Ctrl + Enter from any field.
document.documentElement.classList.add("scripted");
for (const row of document.querySelectorAll("[data-score]"))
  row.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[0-9]$/.test(event.key)) return;
    const choice = row.querySelector(`input[value="${event.key === "0" ? "10" : event.key}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.checked = true;
    choice.focus();
    choice.dispatchEvent(new Event("change", { bubbles: true }));
  });
// So many months after the day of the follow-up; without this the button asks the page to be made again with the day set.
for (const button of document.querySelectorAll("button[data-months]"))
  button.addEventListener("click", event => {
    const on = /^(\d{4})-(\d\d)-(\d\d)$/.exec(button.form.elements.On?.value ?? ""), next = button.form.elements.NextBy;
    if (!on || next?.type !== "date") return;
    event.preventDefault();
    const months = Number(on[2]) - 1 + Number(button.dataset.months);
    const last = new Date(Date.UTC(Number(on[1]), months + 1, 0)).getUTCDate();
    next.value = new Date(Date.UTC(Number(on[1]), months, Math.min(Number(on[3]), last))).toISOString().slice(0, 10);
    next.focus();
    next.dispatchEvent(new Event("input", { bubbles: true }));
  });
for (const form of document.querySelectorAll("form.form-x"))
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || !event.ctrlKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector("button.button-primary"));
  });

// A person on the map of a network is dragged to another ring: it presses the button that the table has for it.
for (const map of document.querySelectorAll("svg[data-rings]")) {
  const form = document.querySelector("#personer form");
  if (!form) continue;
  const [cx, cy, ...radii] = map.dataset.rings.split(" ").map(Number);
  const rings = [...map.querySelectorAll("ellipse[data-ring]")];
  const names = ["tæt på", "midt imellem", "længere væk"];
  const at = event => new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
  // How far a point is from a ring, in units of the drawing.
  const away = (point, ring) => Math.abs(Math.hypot((point.x - cx) / radii[2 * ring], (point.y - cy) / radii[2 * ring + 1]) - 1) * radii[2 * ring];
  const nearest = point => [0, 1, 2].reduce((best, ring) => away(point, ring) < away(point, best) ? ring : best, 0);
  const aim = ring => { for (const r of rings) r.classList.toggle("aim", Number(r.dataset.ring) === ring); };
  for (const person of map.querySelectorAll("[data-person]")) {
    let from = null, to = -1;
    const stop = () => { from = null; to = -1; aim(-1); person.removeAttribute("transform"); };
    person.addEventListener("pointerdown", event => {
      if (event.button !== 0) return;
      event.preventDefault();
      from = at(event);
      person.setPointerCapture(event.pointerId);
    });
    person.addEventListener("pointermove", event => {
      if (!from) return;
      const point = at(event);
      person.setAttribute("transform", `translate(${point.x - from.x} ${point.y - from.y})`);
      to = Math.hypot(point.x - from.x, point.y - from.y) < 12 ? -1 : nearest(point);
      aim(to);
    });
    person.addEventListener("pointercancel", stop);
    person.addEventListener("pointerup", () => {
      if (from && to >= 0 && to !== Number(person.dataset.at)) {
        const button = document.createElement("button");
        button.name = "Place";
        button.value = person.dataset.person + " " + names[to];
        button.hidden = true;
        form.append(button);
        form.requestSubmit(button);
        from = null;
      } else stop();
    });
  }
}

// The search in the head of every page: / leads to it from anywhere that one is not typing.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const find = document.querySelector("[data-find]");
  if (!find) return;
  find.closest("details.rail-menu")?.setAttribute("open", "");
  event.preventDefault();
  find.focus();
});
