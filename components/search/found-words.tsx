import { findTerms, type Query } from '../../utils/core/query';
import { plain } from '../ui/plain';

const BEFORE = 60;
const LONGEST = 240;

/** A passage with what was looked for marked in it. */
export function FoundWords({ text, query, lang }: { text: string; query: Query; lang?: string | null }) {
  const hits = findTerms(query, text);
  const first = hits[0]?.start ?? 0;
  const from = first > BEFORE * 2 ? text.lastIndexOf(' ', first - BEFORE) + 1 : 0;
  const to = Math.min(text.length, from + LONGEST);
  const pieces = [];
  let at = from;
  for (const { start, end } of hits) {
    if (start < at || start >= to) continue;
    if (start > at) pieces.push(plain(text.slice(at, start)));
    pieces.push(
      <mark key={start} class="found">
        {plain(text.slice(start, Math.min(end, to)))}
      </mark>,
    );
    at = Math.min(end, to);
  }
  if (at < to) pieces.push(plain(text.slice(at, to)));
  return (
    <p class="words sm">
      <bdi dir="auto" lang={lang ?? undefined}>
        {from > 0 ? '…' : null}
        {pieces}
        {to < text.length ? '…' : null}
      </bdi>
    </p>
  );
}
