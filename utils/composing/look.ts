/** The look of what stands in somebody else's page: in px, with faces every system has, since ours cannot reach it. */

export const LOOK = `
:host { all: initial; }
.card {
  --paper: #fbf8f1; --sunk: #f1ece1; --press: #ece6d9; --ink: #1f1b16; --ink-2: #4a443b; --ink-3: #6b6458; --rule: #ddd5c5; --edge: #8d8576; --accent: #1f4e8c; --dash: #6f93c4; --blank: #e4ecf7;
  box-sizing: border-box; width: 340px; max-width: calc(100vw - 24px); max-height: min(480px, calc(100vh - 24px)); overflow-y: auto; overscroll-behavior: contain;
  background: var(--paper); color: var(--ink-2); border: 1px solid var(--edge); border-radius: 8px; box-shadow: 0 1px 2px #0002, 0 8px 28px #0003; padding: 12px 14px 10px;
  font: 400 13.5px/1.45 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; text-align: start;
}
.card.dark {
  --paper: #1f1c19; --sunk: #282420; --press: #302b26; --ink: #efe8dc; --ink-2: #cfc6b8; --ink-3: #a39a8b; --rule: #3a342d; --edge: #7d7466; --accent: #9cc0ef; --dash: #5f83b4; --blank: #2a3a50;
}
.card:focus, .card :focus { outline: none; }
.card :is(input, select, textarea, button, a):focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
p { margin: 0; }
.to { color: var(--ink); }
.meta { font-size: 12.5px; color: var(--ink-3); }
.say { margin-block: 8px; color: var(--ink); }
ul { list-style: none; margin: 8px -14px 0; padding: 0; }
li { padding: 8px 14px 8px 11px; border-block-start: 1px solid var(--rule); border-inline-start: 3px solid transparent; cursor: pointer; }
li[aria-selected=true] { background: var(--sunk); border-inline-start-color: var(--accent); }
li .source b { color: var(--ink-2); font-weight: 600; }
.words { font: 400 15px/1.5 "Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Noto Serif", "Liberation Serif", serif; color: var(--ink); white-space: pre-line; overflow-wrap: anywhere; border-inline-start: 1.5px dashed var(--dash); padding-inline-start: 10px; margin-block-start: 4px; }
li:not([aria-selected=true]) .words { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.blank { background: var(--blank); border-radius: 4px; padding: 0 4px; font: 500 13px/1.4 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
.check { text-decoration: underline dotted 1.5px var(--accent); text-underline-offset: 3px; }
kbd { font: 500 11.5px/1 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; border: 1px solid var(--edge); border-radius: 4px; padding: 1px 4px; color: var(--ink-2); }
.over { color: var(--ink); font-weight: 600; }
form { display: grid; gap: 8px; margin-block-start: 8px; }
label { display: grid; gap: 3px; color: var(--ink-2); }
label.switch { grid-template-columns: auto 1fr; gap: 8px; align-items: start; }
input:not([type=checkbox]), select { box-sizing: border-box; width: 100%; min-height: 30px; padding: 3px 8px; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); color: var(--ink); font: inherit; }
button { min-height: 30px; padding: 3px 12px; border: 1px solid var(--accent); border-radius: 6px; background: var(--accent); color: var(--paper); font: 600 13.5px/1.45 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; cursor: pointer; justify-self: start; }
.keys { margin-block-start: 8px; padding-block-start: 8px; border-block-start: 1px solid var(--rule); }
@media (forced-colors: active) { li[aria-selected=true] { outline: 2px solid Highlight; outline-offset: -2px; } }
`;

/** Dark where the page is: its own background decides, else the system. */
export function isDark(document: Document): boolean {
  const view = document.defaultView ?? window;
  for (const element of [document.body, document.documentElement]) {
    const said = element
      ? /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(
          view.getComputedStyle(element).backgroundColor,
        )
      : null;
    if (!said || said[4] === '0') continue;
    const [red, green, blue] = [Number(said[1]), Number(said[2]), Number(said[3])];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
  }
  return view.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}
