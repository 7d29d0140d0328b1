import type { Evidence } from '../../utils/core/reading';
import { lineOf } from '../../utils/text/marks';
import type { Span } from '../../utils/text/spans';
import { plain } from './plain';

export interface WordsProps {
  /** As captured: plain text, whatever it may contain. */
  text: string;
  lang?: string | null | undefined;
  size?: 'lg' | 'sm';
  /** Six lines at most, eight at large text. */
  clamp?: boolean;
  /** What to underline, side by side (`spansOf`). */
  spans?: readonly Span[];
  /** Ranges of the text to show, with "…" between them; all of it when absent. */
  ranges?: readonly { start: number; end: number }[];
  /** Id of the mark an underline belongs to, so that a screen reader can say why the words are marked. */
  markId?: (name: Evidence['for']) => string | undefined;
  id?: string;
}

/** Something a person said: isolated in direction and language, hidden characters shown, the reading underlined. */
export function Words({ text, lang, size, clamp = false, spans = [], ranges, markId, id }: WordsProps) {
  const shown = ranges ?? [{ start: 0, end: text.length }];
  return (
    <p class={`words${size ? ` ${size}` : ''}${clamp ? ' clamp' : ''}`} id={id}>
      <bdi dir="auto" lang={lang ?? undefined}>
        {shown.map((range, index) => [index > 0 ? ' … ' : null, ...underlined(text, range, spans, markId)])}
        {(shown[shown.length - 1]?.end ?? 0) < text.trimEnd().length ? '…' : null}
      </bdi>
    </p>
  );
}

function underlined(
  text: string,
  range: { start: number; end: number },
  spans: readonly Span[],
  markId: WordsProps['markId'],
) {
  const out = [];
  let from = range.start;
  for (const span of spans) {
    const line = lineOf(span.for);
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, range.end);
    if (!line || start >= end) continue;
    if (start > from) out.push(plain(text.slice(from, start)));
    out.push(
      <mark key={start} class={`read ${line}`} aria-describedby={markId?.(span.for)}>
        {plain(text.slice(start, end))}
      </mark>,
    );
    from = end;
  }
  if (from < range.end) out.push(plain(text.slice(from, range.end)));
  return out;
}
