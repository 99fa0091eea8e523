// Charts. Each stands on a table of the page and draws what the table says; without this file the table is all there is, and it is enough.
// Nothing is told by colour alone: lines differ by dashes and signs and are named at their ends, bars by patterns, flows by words.
"use strict";

(() => {
  const figures = [...document.querySelectorAll("figure[data-chart]")];
  if (figures.length === 0) return;
  const source = document.currentScript.dataset.library;
  const ink = "#1a1a1a", muted = "#5c5c5c", soft = "#dcdcdc", deep = "#12303f";
  const colours = ["#12303f", "#b0552a", "#2f7d66", "#7a4b9c", "#8a6a10", "#5c5c5c"];
  const steps = ["#ffffff", "#d6ece4", "#8fcdb8", "#f0d384", "#eab676", "#e08d66", "#a53f47"];
  const dashes = ["solid", [8, 4], [2, 3], [10, 3, 2, 3], [14, 5], [4, 2, 1, 2]];
  const signs = ["circle", "rect", "triangle", "diamond", "pin", "arrow"];
  const font = '"IBM Plex Sans", system-ui, sans-serif';

  // 1.234,5 %, −3, or something that is no number: <5, skjult, –
  const number = text => {
    const plain = text.replace(/[\s\u00a0%]|kr\./g, "").replaceAll(".", "").replace(",", ".").replace("\u2212", "-");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };
  const danish = new Intl.NumberFormat("da-DK", { maximumFractionDigits: 2 });
  const said = value => value === null || value === undefined ? "–" : danish.format(value);

  const read = table => {
    const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
    const drawn = heads.map((head, i) => ({ head, i })).filter(({ head, i }) => i > 0 && !("skip" in head.dataset));
    const rows = [...table.tBodies[0].rows].map(row => ({
      name: row.cells[0].querySelector("time")?.dateTime ?? [...row.cells[0].childNodes].find(n => n.textContent.trim())?.textContent.trim() ?? "",
      values: drawn.map(({ i }) => number(row.cells[i].textContent.trim())),
    }));
    return { heads: drawn.map(({ head }) => head.dataset.short ?? head.textContent.trim()), rows };
  };

  const month = new Intl.DateTimeFormat("da-DK", { month: "short", year: "numeric" });
  const common = (figure, narrow) => ({
    animation: false,
    textStyle: { fontFamily: font, fontSize: 13, color: ink },
    aria: { enabled: false },
    grid: { left: 8, right: narrow ? 16 : 8, top: 24, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: "#fff", borderColor: "#747474", textStyle: { color: ink, fontFamily: font, fontSize: 13 }, valueFormatter: said },
  });

  // Days along the bottom, a line for each column.
  const lines = (figure, data, narrow) => {
    const rows = data.rows.toSorted((a, b) => a.name < b.name ? -1 : 1);
    const shown = data.heads.map((head, i) => ({ head, i })).filter(({ i }) => rows.some(r => r.values[i] !== null));
    const longest = Math.max(...shown.map(({ head }) => head.length), 0);
    const option = common(figure, narrow);
    option.grid.right = narrow ? 44 : Math.min(260, 60 + longest * 7.2);
    option.xAxis = { type: "time", axisLine: { lineStyle: { color: muted } }, axisLabel: { color: muted, hideOverlap: true, formatter: value => new Date(value).getMonth() === 0 || narrow ? String(new Date(value).getFullYear()) : month.format(value) }, minInterval: 3600000 * 24 * 365, splitLine: { show: false } };
    option.yAxis = { type: "value", min: figure.dataset.zero === "no" ? "dataMin" : 0, axisLabel: { color: muted, formatter: said }, splitLine: { lineStyle: { color: "#ececec" } } };
    option.tooltip.axisPointer = { type: "line", lineStyle: { color: muted } };
    option.series = shown.map(({ head, i }, at) => ({
      name: head, type: "line", color: colours[at % 6], connectNulls: false, sampling: undefined, showSymbol: true,
      symbol: signs[at % 6], symbolSize: 7,
      // A sign now and then tells the lines apart in grey; every point would be a caterpillar.
      showAllSymbol: false,
      lineStyle: { width: 2.5, type: dashes[at % 6] },
      data: rows.map((r, k) => ({ value: [r.name, r.values[i]], symbolSize: (k + at * 3) % Math.max(6, Math.round(rows.length / 8)) === 0 || k === rows.length - 1 ? 7 : 0.1 })),
      endLabel: { show: true, formatter: p => narrow ? said(p.value[1]) : said(p.value[1]) + "  " + head, color: colours[at % 6], fontWeight: 600, fontSize: 13, fontFamily: font, distance: 6 },
      labelLayout: { moveOverlap: "shiftY" },
      emphasis: { focus: "none" },
    }));
    if (figure.dataset.target && option.series.length > 0)
      option.series[0].markLine = { silent: true, symbol: "none", animation: false, data: [{ yAxis: Number(figure.dataset.target) }], lineStyle: { color: "#c00000", type: [2, 3], width: 1.5 }, label: { position: "insideStartTop", formatter: figure.dataset.targetName, color: "#c00000", fontFamily: font, fontSize: 13 } };
    if (narrow && shown.length > 1) legend(option, shown.map(s => s.head), figure);
    return option;
  };

  const legend = (option, names, figure) => {
    option.legend = { data: names, top: 0, left: 0, itemWidth: 34, textStyle: { color: ink, fontFamily: font, fontSize: 13 }, type: "plain" };
    const room = Math.max(240, figure.clientWidth);
    let rows = 1, used = 0;
    for (const name of names) {
      const wide = 54 + name.length * 7.2;
      if (used > 0 && used + wide > room) { rows++; used = 0; }
      used += wide;
    }
    option.grid.top = 18 + rows * 24;
  };

  // A bar for each row, a pattern for each column.
  const bars = (figure, data, narrow) => {
    const option = common(figure, narrow);
    const along = figure.dataset.chart === "columns";
    const rows = along ? data.rows.toSorted((a, b) => a.name < b.name ? -1 : 1) : data.rows.toReversed();
    const names = rows.map(r => along && /^\d{4}-\d\d-\d\d$/.test(r.name) ? month.format(new Date(r.name)) : r.name);
    const category = { type: "category", data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: muted } }, axisLabel: { color: ink, width: narrow ? 120 : 300, overflow: "break", hideOverlap: along } };
    const value = { type: "value", min: 0, axisLabel: { color: muted, formatter: said }, splitLine: { lineStyle: { color: "#ececec" } } };
    if (figure.dataset.most) value.max = Number(figure.dataset.most);
    [option.xAxis, option.yAxis] = along ? [category, value] : [value, category];
    option.aria = { enabled: true, label: { enabled: false }, decal: { show: data.heads.length > 1 } };
    option.grid.right = along ? 8 : 44;
    option.series = data.heads.map((head, i) => ({
      name: head, type: "bar", color: colours[i % 6], barMaxWidth: 22, itemStyle: { borderColor: ink, borderWidth: .5 },
      data: rows.map(r => r.values[i]),
      label: { show: !along, position: "right", color: ink, fontFamily: font, fontSize: 13, formatter: p => said(p.value) },
      emphasis: { focus: "none" },
    }));
    // A band that is wanted: drawn between two broken lines, named in words.
    if (figure.dataset.bandLeast && option.series.length > 0) {
      const [least, most] = [Number(figure.dataset.bandLeast), Number(figure.dataset.bandMost)];
      value.max = range => Math.max(most + 2, Math.ceil(range.max));
      option.series[0].markArea = { silent: true, animation: false, data: [[{ yAxis: least, name: figure.dataset.targetName }, { yAxis: most }]], itemStyle: { color: "rgba(47,107,63,.10)", borderColor: "#2f6b3f", borderWidth: 1.5, borderType: [5, 4] }, label: { position: "insideTopLeft", distance: 12, color: "#2f6b3f", fontFamily: font, fontSize: 13, fontWeight: 600 } };
    }
    if (data.heads.length > 1) legend(option, data.heads, figure);
    option.tooltip.axisPointer = { type: "shadow" };
    return option;
  };

  // Oblique lines on white, for what must be told from a filled area in grey too.
  const hatched = () => {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 16;
    const pen = tile.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, 16, 16);
    pen.strokeStyle = deep;
    pen.lineWidth = 3;
    pen.beginPath();
    for (let x = -16; x <= 16; x += 8) { pen.moveTo(x, 16); pen.lineTo(x + 16, 0); }
    pen.stroke();
    return { image: tile, repeat: "repeat", scaleX: .5, scaleY: .5 };
  };

  // From each row to each column. Down and up are one hue, filled and hatched: neither is good or bad by its direction.
  const flows = (figure, data, narrow) => {
    const option = common(figure, narrow);
    delete option.grid;
    option.tooltip.trigger = "item";
    const short = text => text.replace(/^Uden trin$/i, "Uden trin");
    const links = [];
    const stays = { color: "#c9c9c9", opacity: .4 }, down = { color: deep, opacity: .62 }, up = { color: hatched(), opacity: .8, borderColor: deep, borderWidth: 1 }, apart = { color: "#ffffff", opacity: 1, borderColor: deep, borderWidth: 1, borderType: "dashed" };
    data.rows.forEach((row, a) => row.values.forEach((value, b) => {
      if (value > 0 && a < 7 && b < 7 && !(a === 0 && b === 0)) links.push({ source: "f" + a, target: "t" + b, value, lineStyle: a === b ? stays : a === 0 || b === 0 ? apart : b < a ? down : up });
    }));
    const used = new Set(links.flatMap(l => [l.source, l.target]));
    const sum = (side, i) => links.filter(l => l[side] === (side === "source" ? "f" : "t") + i).reduce((total, l) => total + l.value, 0);
    const nodes = [];
    for (let i = 6; i >= 0; i--)
      for (const [side, key] of [["source", "f"], ["target", "t"]])
        if (used.has(key + i))
          nodes.push({ name: key + i, itemStyle: { color: steps[i], borderColor: "#333", borderWidth: 1 }, label: { position: side === "source" ? "left" : "right", formatter: (i === 0 ? "uden trin" : "trin " + i) + "  " + said(sum(side, i)), fontFamily: font, fontSize: 13, color: ink } });
    option.tooltip.formatter = p => p.dataType === "edge" ? `${name(p.data.source)} til ${name(p.data.target)}: ${said(p.data.value)} børn` : "";
    option.series = [{ type: "sankey", data: nodes, links, left: narrow ? 104 : 120, right: narrow ? 104 : 120, top: 12, bottom: 12, nodeWidth: 16, nodeGap: 10, nodeAlign: "justify", layoutIterations: 0, draggable: false, emphasis: { focus: "none" } }];
    return option;
    function name(key) { return key[1] === "0" ? short("uden trin") : "trin " + key[1]; }
  };

  const draw = figure => {
    const table = figure.querySelector("table");
    const room = figure.querySelector(".chart-room");
    if (!table || !room) return;
    const data = read(table);
    if (!data.rows.some(r => r.values.some(v => v !== null))) return;
    figure.classList.add("drawn");
    const chart = echarts.init(room, null, { renderer: "canvas", devicePixelRatio: Math.max(2, devicePixelRatio) });
    const show = () => {
      const narrow = room.clientWidth < 560;
      chart.resize();
      const make = figure.dataset.chart === "lines" ? lines : figure.dataset.chart === "flows" ? flows : bars;
      chart.setOption(make(figure, data, narrow), true);
    };
    show();
    let wait = 0;
    new ResizeObserver(() => { clearTimeout(wait); wait = setTimeout(show, 100); }).observe(room);
    addEventListener("beforeprint", () => chart.resize());
  };

  const library = document.createElement("script");
  library.src = source;
  library.addEventListener("load", () => figures.forEach(draw));
  document.head.append(library);
})();
