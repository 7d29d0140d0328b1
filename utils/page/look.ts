/** A character that hides, shown by its name. */
const CHIP = `
.hidden-char { font: 500 9.5px/1.3 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; color: var(--ink-2); border: 1px dashed var(--edge); border-radius: 2px; padding: 0 3px; white-space: nowrap; vertical-align: 1px; }
`;

/** The look of badges and marks in somebody else's page. */
export const LAYER_LOOK = `${CHIP}
:host { all: initial; }
.layer {
  --paper: #fbf8f1; --press: #ece6d9; --ink: #1f1b16; --ink-2: #4a443b; --ink-3: #6b6458; --edge: #c9bfac; --accent: #1f4e8c; --owed: #9a3f12;
  font: 500 11.5px/16px -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; text-align: start;
}
.layer.dark { --paper: #1f1c19; --press: #302b26; --ink: #efe8dc; --ink-2: #cfc6b8; --ink-3: #a39a8b; --edge: #4d463d; --accent: #9cc0ef; --owed: #f0a06c; }
.badge {
  all: unset; box-sizing: border-box; position: absolute; top: 0; left: 0; display: inline-flex; gap: 5px; align-items: center; max-width: 260px; height: 18px; padding: 0 7px;
  border: 1px solid var(--edge); border-radius: 9px; background: var(--paper); color: var(--ink-2); white-space: nowrap; cursor: pointer; overflow: hidden;
}
.badge:hover { background: var(--press); color: var(--ink); }
.badge:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.badge .tag { color: var(--ink); font-weight: 600; max-width: 110px; overflow: hidden; text-overflow: ellipsis; }
.badge .owed { color: var(--owed); font-weight: 600; }
.badge .times { color: var(--ink-3); flex-shrink: 99; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.badge :is(.owed, .note, .hidden-char) { flex-shrink: 0; }
.badge.small .times, .badge.small .tag ~ .tag { display: none; }
.badge.dot { width: 14px; height: 14px; padding: 0; border-radius: 7px; border-color: var(--paper); background: var(--accent); }
.badge.dot.owes { background: var(--owed); }
/* Smaller than a finger, and easily hit all the same. */
.badge.dot::after { content: ""; position: absolute; inset: -5px; }
.badge.dot { overflow: visible; }
.badge.dot > * { display: none; }
.waits { position: absolute; top: 0; left: 0; width: 3px; border-radius: 2px; background: var(--owed); pointer-events: none; }
.noted { all: unset; box-sizing: border-box; position: absolute; top: 0; left: 0; min-width: 24px; height: 24px; padding: 0 6px; border: 1px solid var(--edge); border-radius: 12px; background: var(--paper); color: var(--ink-2); line-height: 22px; text-align: center; cursor: pointer; }
.noted:hover { background: var(--press); }
.noted:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.frame { position: absolute; top: 0; left: 0; box-sizing: border-box; border: 2px solid var(--accent); border-radius: 6px; pointer-events: none; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print { .layer { display: none; } }
@media (forced-colors: active) { .badge, .noted { border-color: ButtonText; } .waits, .badge.dot { forced-color-adjust: none; background: Highlight; } }
`;

/** What the cards need beyond the look of the drafts' card. */
export const CARD_LOOK = `${CHIP}
.card { max-height: min(600px, calc(100vh - 24px)); }
/* Where one writes is in sight, however much stands above, and small until one does. */
form { position: sticky; bottom: -10px; margin-block-start: 10px; padding-block-end: 2px; background: var(--paper); }
form:not(:focus-within) :is(label, button) { display: none; }
form:not(:focus-within) textarea { min-height: 34px; height: 34px; }
h2 { margin: 0; font: 600 17px/1.3 "Iowan Old Style", Charter, Georgia, "Noto Serif", "Liberation Serif", serif; color: var(--ink); overflow-wrap: anywhere; }
h3 { margin: 10px 0 2px; font: 600 12.5px/1.4 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; color: var(--ink-3); }
.tag { display: inline-block; margin-inline-end: 5px; padding: 0 7px; border: 1px solid var(--rule); border-radius: 9px; background: var(--sunk); color: var(--ink); font-size: 12.5px; }
/* Before one answers. */
.warns { border-inline-start: 3px solid #b4532a; padding-inline-start: 8px; font-weight: 600; }
.talk { display: grid; grid-template-columns: auto 1fr; gap: 5px 10px; align-items: baseline; margin-block-start: 4px; }
.said { font: 400 14px/1.4 "Iowan Old Style", Charter, Georgia, "Noto Serif", "Liberation Serif", serif; color: var(--ink); overflow-wrap: anywhere; white-space: pre-line; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.said.ours { border-inline-start: 2px solid var(--dash); padding-inline-start: 8px; }
.own { margin-block-start: 6px; color: var(--ink); overflow-wrap: anywhere; white-space: pre-line; }
.quote { margin-block-start: 6px; padding-inline-start: 8px; border-inline-start: 2px solid var(--edge); color: var(--ink-2); max-height: 4.4em; overflow: hidden; overflow-wrap: anywhere; }
.tones { display: flex; gap: 8px; align-items: end; margin-block-start: 4px; font-size: 11.5px; line-height: 16px; color: var(--ink-3); white-space: nowrap; }
.bars { display: flex; flex: 0 1 auto; gap: 2px; align-items: end; height: 18px; min-width: 0; }
.bars span { flex: 0 1 9px; min-width: 1px; width: 9px; height: 6px; border-radius: 1px; background: var(--edge); }
.bars .positive { height: 16px; background: #2f7a4d; } .bars .negative { height: 16px; background: #b4532a; } .bars .mixed { height: 11px; background: #a8842c; }
textarea { box-sizing: border-box; width: 100%; min-height: 52px; padding: 6px 8px; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); color: var(--ink); font: 400 14.5px/1.45 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; resize: vertical; }
.offers { margin: 0; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden; }
.offers li { padding: 4px 8px; border: 0; border-inline-start: 3px solid transparent; }
.row { display: flex; gap: 10px; align-items: center; flex-wrap: wrap; margin-block-start: 8px; }
.row button.quiet { background: none; color: var(--accent); }
dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 12px; margin: 8px 0 0; } dt, dd { margin: 0; }
`;
