"""The style of the HTML page: light and dark by the reader's setting, narrow screens, paper."""

from __future__ import annotations

STYLE = """:root { color-scheme: light dark; --ink: #1c2026; --paper: #fdfdfb; --soft: #5b6470; --line: #d9dde2;
  --accent: #1f5fa8; --good: #1d7a3e; --fair: #0f7285; --open: #9a6700; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #15181c; --soft: #9aa4b0; --line: #333a43;
  --accent: #7db4f0; --good: #6cc48a; --fair: #63c3d4; --open: #e0b050; --bad: #f2857c; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.05rem/1.55 Georgia, "Times New Roman", serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.5rem; font-weight: 600; margin: 0 0 1rem; padding-bottom: .6rem;
  border-bottom: 1px solid var(--line); }
h2 { font-size: 1.05rem; margin: 1.1rem 0 .2rem; display: flex; gap: .5rem; align-items: baseline; }
p { margin: .4rem 0; }
math { font-size: 1.08em; }
.number { color: var(--accent); font-variant-numeric: tabular-nums; min-width: 1.1rem; }
.verdict { margin-left: auto; white-space: nowrap; font: .85rem system-ui, sans-serif; color: var(--good); }
.verdict.confirmed { color: var(--fair); }
.verdict.undecided { color: var(--open); } .verdict.refuted { color: var(--bad); }
.step > :not(h2) { margin-left: 1.6rem; }
.step .step { border-left: 2px solid var(--line); padding-left: .8rem; }
.because { color: var(--soft); }
.chain, .display { overflow: auto hidden; margin: .5rem 0; padding-bottom: .1rem; }
.chain table, .facts { border-collapse: collapse; }
.chain td { padding: .18rem .25rem; vertical-align: baseline; }
.chain td:first-child { text-align: right; white-space: nowrap; }
.sign { margin: 0 .25em; }
.facts td, .facts th { padding: .1rem 1.6rem .1rem 0; text-align: left; }
.note { color: var(--soft); margin-left: 1.4rem; }
.answer { border: 1px solid var(--accent); border-radius: .4rem; padding: .7rem 1rem; margin: 1.2rem 0; }
.check { display: flex; gap: .7rem; align-items: baseline; }
.check, .aside { font-size: .98rem; }
details { margin-top: .4rem; } summary { color: var(--soft); font: .85rem system-ui, sans-serif; cursor: pointer; }
details .step { font-size: .95rem; }
@media (max-width: 34rem) { main { margin: 1rem auto; padding: 0 .7rem; } .step > :not(h2) { margin-left: .7rem; } }
@media print { body { background: #fff; color: #000; font-size: 11pt; } main { max-width: none; margin: 0; }
  details { display: none; } .step { break-inside: auto; } h2, .because { break-after: avoid; }
  .chain, .answer { break-inside: avoid; overflow: visible; } }
"""
