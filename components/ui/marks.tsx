import type { Line, Mark } from '../../utils/text/marks';

/** The sample of each line: the same hand as the underline. */
const SAMPLES: Record<Line, preact.ComponentChildren> = {
  bad: <path class="bad" d="M1 4q2-3.5 4 0t4 0 4 0 4 0" />,
  ask: <path class="ask" d="M1.5 4h15" stroke-dasharray=".01 3.7" stroke-width="2.2" />,
  good: <path class="good" d="M1 4h16" />,
  request: <path d="M1 4h16" stroke-dasharray="4 2.6" stroke-linecap="butt" />,
  leaving: <path d="M1 4h16" stroke-width="3" stroke-linecap="butt" />,
  mixed: [<path key="bad" class="bad" d="M1 4q2-3.5 4 0t4 0" />, <path key="good" class="good" d="M11.5 4h5.5" />],
};

/** What was read between the lines: the line drawn under the words, then its word. Neutral has no mark at all. */
export function Marks({ marks, idPrefix }: { marks: readonly Mark[]; idPrefix?: string }) {
  if (marks.length === 0) return null;
  return (
    <p class="marks">
      {marks.map((mark) => (
        <span key={mark.name} class="mark" id={idPrefix && markId(idPrefix, mark.name)}>
          {mark.line ? (
            <svg viewBox="0 0 18 8" aria-hidden="true">
              {SAMPLES[mark.line]}
            </svg>
          ) : null}
          {mark.word}
        </span>
      ))}
    </p>
  );
}

/** Ties an underlined passage to the mark that names it. */
export function markId(prefix: string, name: Mark['name']): string {
  return `${prefix}-${name}`;
}
