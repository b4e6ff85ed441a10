/** The style sheet of the page. */

// The colours differ for people with red-green colour blindness, and in lightness on paper: after Okabe and
// Ito, "Color Universal Design".
const LIGHT = `
  --page: #fbfbfa; --surface: #ffffff; --ink: #1d2126; --muted: #59626d; --line: #dfe3e8; --grid: #eceff2;
  --link: #0b5cad; --good: #17693f; --bad: #b3300d; --warn: #7a5200;
  --good-tint: #e6f3ec; --bad-tint: #fbeae5; --warn-tint: #fbf2dc; --none-tint: #eef0f3;
  --dot: #1f6fb8; --failed: #d1490c; --interval: #cfe2f5; --noise: #eef0f2; --threshold: #e6f1ea; --limit: #b3300d;
  --outage: #fdf0e6; --freeze: #fadcc4; --on-strong: #ffffff; --on-soft: #1d2126;
  --part-before: #f8d3b5; --part-freeze: #f0a775; --part-after: #f4c6a2;
  --part-stop: #0b4a7d; --part-save: #2a74b5; --part-transfer: #93c7ec; --part-load: #128069; --part-state: #37789c;
  --part-switch: #e5ab2c; --part-harness: #f5d98f; --part-cont: #8460aa; --part-unexplained: #bcc3cb;`;

const DARK = `
  --page: #121519; --surface: #191d22; --ink: #e6e9ed; --muted: #a0aab5; --line: #323941; --grid: #262c33;
  --link: #82b9f5; --good: #62cf98; --bad: #ff9a78; --warn: #e9bd5c;
  --good-tint: #173426; --bad-tint: #40221a; --warn-tint: #382d14; --none-tint: #272d34;
  --dot: #5fa8e8; --failed: #ff8a5c; --interval: #24405a; --noise: #22272d; --threshold: #1d3529; --limit: #ff9a78;
  --outage: #382a20; --freeze: #5f3f27; --on-strong: #121519; --on-soft: #121519;
  --part-before: #b98f70; --part-freeze: #e08f58; --part-after: #c8a283;
  --part-stop: #b4dafa; --part-save: #62aaea; --part-transfer: #4f86b5; --part-load: #3cb9a1; --part-state: #6aa9cb;
  --part-switch: #e6b54e; --part-harness: #b3995a; --part-cont: #b597d6; --part-unexplained: #7d8792;`;

const PAGE = `
*, ::before, ::after { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 70rem; padding: 2rem 1.5rem 5rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3, h4, h5, h6, p, ul, dl, figure, pre { margin: 0; }
h1 { font-size: 2.5rem; line-height: 1.1; font-weight: 700; letter-spacing: -0.02em; }
h2 { font-size: 1.375rem; line-height: 1.3; font-weight: 650; letter-spacing: -0.01em; }
h3 { font-size: 1.125rem; line-height: 1.35; font-weight: 650; }
h4, h5, h6 { font-size: 1rem; font-weight: 650; }
h1.good { color: var(--good); } h1.bad { color: var(--bad); }
h1 .mark { font-weight: 400; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
code, pre, .device { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: 0.875em; }
ul { padding: 0; list-style: none; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--surface); z-index: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.eyebrow { color: var(--muted); font-size: 0.875rem; margin-bottom: 0.25rem; }
.headline { font-size: 1.25rem; line-height: 1.4; margin-top: 0.5rem; text-wrap: pretty; }
article > .headline { font-size: 1.0625rem; }
.ran { color: var(--muted); font-size: 0.875rem; margin-top: 0.75rem; }
.warning { margin-top: 1rem; padding: 0.5rem 0.875rem; border-radius: 0.375rem; background: var(--warn-tint); color: var(--ink); }
.warning strong { color: var(--warn); }
.findings { margin-top: 0.75rem; display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.375rem; }
.fault { color: var(--ink); padding-left: 1.25rem; position: relative; }
li.fault::before { content: "✗" / ""; color: var(--bad); position: absolute; left: 0; }
p.fault { padding-left: 0; } p.fault strong { color: var(--bad); }
.lead { margin-top: 0.375rem; }
.remark, .remarks, .logs { color: var(--muted); font-size: 0.875rem; font-weight: 400; }
.remarks { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.25rem; margin-top: 0.5rem; }
p.remark, .logs { margin-top: 0.5rem; }
.logs a { margin-right: 0.5rem; }

main > section, main > article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
article > section { margin-top: 2rem; }
section > h2 + *, section > h3 + *, section > h4 + * { margin-top: 0.5rem; }
.pairing, .trend section { margin-top: 1.5rem; }
.trend h4 { margin-top: 1.25rem; }
figure + .lead { margin-top: 1.5rem; }
.badge { display: inline-block; padding: 0 0.5em; border-radius: 1em; font-size: 0.8125rem; font-weight: 600; line-height: 1.6; letter-spacing: 0; white-space: nowrap; vertical-align: 0.08em; }
.badge.good { color: var(--good); background: var(--good-tint); }
.badge.bad { color: var(--bad); background: var(--bad-tint); }
.badge.open { color: var(--warn); background: var(--warn-tint); }
.badge.none { color: var(--muted); background: var(--none-tint); }

.scroll { overflow-x: auto; margin-top: 0.75rem; container-type: inline-size; overflow-wrap: normal; }
table { border-collapse: collapse; font-size: 0.875rem; min-width: 100%; }
caption { text-align: left; color: var(--muted); padding-bottom: 0.375rem; }
caption span { display: block; position: sticky; left: 0; width: fit-content; max-width: 100cqi; }
th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); vertical-align: baseline; text-align: right; }
th:first-child, td:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
thead th { font-weight: 500; color: var(--muted); vertical-align: bottom; line-height: 1.3; }
tbody th { font-weight: 500; }
.words { text-align: left; }
td.figure, tbody th { white-space: nowrap; }
.overview tbody th, .merged tbody th { font-weight: 600; }
.overview td .remark, .overview td div { white-space: nowrap; }
.device, td code { overflow-wrap: anywhere; white-space: normal; }

figure { margin-top: 1.25rem; }
figcaption { font-weight: 600; font-size: 0.9375rem; }
.chart { margin-top: 0.5rem; min-width: 0; }
.chart:empty { display: none; }
.chart svg + svg { margin-top: 0.75rem; }
.chart svg { display: block; max-width: 100%; height: auto; overflow: visible; }
.chart text { white-space: pre; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.375rem; font-size: 0.8125rem; color: var(--muted); }
.legend li { display: flex; align-items: center; gap: 0.4rem; }
.legend .value { color: var(--ink); }
.chart:empty + .legend { display: none; }
summary { cursor: pointer; font-size: 0.875rem; color: var(--link); padding: 0.25rem 0; width: fit-content; max-width: 100%; }
details { margin-top: 0.25rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.25rem, 1fr)); gap: 0.75rem 1.25rem; margin-top: 0.75rem; }
.figures dt, .facts dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { margin: 0; font-size: 1.0625rem; } .figures div:first-child dd { font-weight: 700; }
.unit { color: var(--muted); font-size: 0.8125rem; }
.facts { margin: 1rem 0 1.25rem; display: grid; gap: 0.25rem; }
.facts div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 1rem; font-size: 0.875rem; }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-line; }
.panel { --under: var(--surface); margin-top: 1rem; padding: 1.25rem 1.5rem 1.5rem; background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; }
.chooser { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-top: 1.5rem; }
.chooser[hidden] { display: none; }
.chooser label { font-weight: 600; }
button, select { font: inherit; font-size: 0.875rem; color: var(--ink); background: var(--surface); border: 1px solid var(--line); border-radius: 0.375rem; padding: 0.3125rem 0.75rem; min-height: 2.25rem; max-width: 100%; }
button { cursor: pointer; } button:hover:enabled { border-color: var(--muted); } button:disabled { color: var(--muted); cursor: default; }
.pick { background: none; } .pick[aria-pressed="true"] { border-color: var(--link); color: var(--link); }

.failure { border-bottom: 1px solid var(--line); padding: 0.375rem 0; }
.failure summary { color: inherit; font-size: 0.9375rem; overflow-wrap: anywhere; width: auto; }
.said { margin: 0.75rem 0 0.75rem 1rem; } .said figcaption { font-weight: 500; font-size: 0.8125rem; color: var(--muted); }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.8125rem; line-height: 1.45; padding: 0.625rem 0.875rem; margin-top: 0.25rem; background: var(--none-tint); border-radius: 0.375rem; }
.command { user-select: all; margin-top: 0.5rem; }`;

const SIGNS = `
.dot { width: 0.65rem; height: 0.65rem; border-radius: 50%; flex: none; }
.dot.passed { background: var(--dot); } .dot.slower { background: var(--failed); } .dot.bound { border: 2px solid var(--dot); }
.dot.failed { border-radius: 0; background: linear-gradient(45deg, transparent 40%, var(--failed) 40% 60%, transparent 60%), linear-gradient(-45deg, transparent 40%, var(--failed) 40% 60%, transparent 60%); }
.dot.open { border-radius: 0; background: var(--failed); clip-path: polygon(50% 0, 100% 100%, 0 100%); }
.line { width: 0; height: 0.9rem; border-left: 2px solid; flex: none; }
.line.median { color: var(--ink); } .line.interval { color: var(--dot); border-left-width: 1.25px; } .line.limit { color: var(--limit); border-left-style: dashed; }
.stroke { width: 1.1rem; height: 0; border-top: 3px solid; flex: none; }
.stroke.level { color: var(--ink); border-top-width: 2px; } .stroke.answered { color: var(--dot); } .stroke.stalled { color: var(--failed); }
.swatch { width: 0.85rem; height: 0.85rem; border-radius: 2px; flex: none; }
.swatch.interval { background: var(--interval); } .swatch.noise { background: var(--noise); outline: 1px solid var(--line); outline-offset: -1px; } .swatch.threshold { background: var(--threshold); }
.swatch.outage { background: var(--outage); } .swatch.freeze { background: var(--freeze); }
.swatch.before { background: var(--part-before); } .swatch.after { background: var(--part-after); }
.swatch.stop { background: var(--part-stop); } .swatch.save { background: var(--part-save); } .swatch.transfer { background: var(--part-transfer); }
.swatch.load { background: var(--part-load); } .swatch.state { background: var(--part-state); } .swatch.switch { background: var(--part-switch); }
.swatch.harness { background: var(--part-harness); } .swatch.cont { background: var(--part-cont); } .swatch.unexplained { background: var(--part-unexplained); }
[data-iteration] { cursor: pointer; }
[data-iteration]:hover { stroke: var(--ink); stroke-width: 2.5px; }`;

const NARROW = `
@media (max-width: 40rem) {
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 2rem; } .headline { font-size: 1.125rem; }
  .panel { padding: 1rem 0.875rem; }
  tbody th:first-child { position: sticky; left: 0; background: var(--under); padding-right: 0.5rem; }
  .merged tbody th { white-space: normal; min-width: 40vw; }
  .facts div { grid-template-columns: 1fr; gap: 0; }
  .said { margin-left: 0; }
}`;

/** Print: white background, everything unfolded, no buttons. */
const PRINT = `
@media print {
  html { font-size: 11px; background: none; }
  body { max-width: none; padding: 0; }
  .chooser, .skip, summary { display: none; }
  .failure summary { display: block; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  .panel { border: 0; padding: 0; background: none; }
  .scroll { overflow: visible; }
  th, td { padding: 0.2rem 0.5rem; }
  td.figure, tbody th { white-space: normal; }
  figure, tr, .figures, .said figcaption { break-inside: avoid; }
  figure:has(tbody tr:nth-child(12)) { break-inside: auto; }
  h2, h3, h4, h5, figcaption, caption { break-after: avoid; }
  .scenario { break-before: page; }
  a { color: inherit; text-decoration: none; }
  * { print-color-adjust: exact; }
}`;

export const STYLE = `
:root { color-scheme: light dark; --under: var(--page); ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
@media print { :root { color-scheme: light; } }
${PAGE}${SIGNS}${NARROW}${PRINT}
`;
