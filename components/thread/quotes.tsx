import type { Quote } from '../../utils/core/post';
import { rich } from '../../utils/text/rich';
import { t } from '../../utils/text/t';
import { Name } from '../ui/byline';
import { Words } from '../ui/words';

/** Longer than this is context one has read already. */
const ROOM = 220;

/** Somebody else's words that the post repeats: smaller, and never mixed with its author's. */
export function Quotes({ quotes }: { quotes: readonly Quote[] | undefined }) {
  if (!quotes || quotes.length === 0) return null;
  return (
    <>
      {quotes.map((quote) => (
        <blockquote class="quoted" key={`${quote.author} ${quote.text}`}>
          <p class="meta">{quote.author ? rich('quotedFrom', <Name>{quote.author}</Name>) : t('quoted')}</p>
          <Words text={quote.text} size="sm" ranges={[{ start: 0, end: Math.min(ROOM, quote.text.length) }]} />
        </blockquote>
      ))}
    </>
  );
}
