/** A figure as a sentence, and as a row that opens to the posts behind it. */
import type { Sentence } from '../../utils/panel/readiness-words';
import { hrefOf } from '../../utils/panel/router';
import { rich } from '../../utils/text/rich';
import { Icon } from '../ui/icon';
import { plain } from '../ui/plain';

/** A sentence with what carries it in bold. */
export function Say({ sentence }: { sentence: Sentence }) {
  return (
    <>
      {rich(
        sentence.key,
        ...sentence.parts.map((part, i) => (sentence.bold.includes(i) ? <b key={part}>{plain(part)}</b> : part)),
      )}
    </>
  );
}

export function Row({ sentence }: { sentence: Sentence }) {
  return (
    <a href={hrefOf({ screen: 'ready', part: sentence.name })}>
      <span class="grow">
        <span class="say">
          <Say sentence={sentence} />
        </span>
        {sentence.meta ? <span class="meta">{plain(sentence.meta)}</span> : null}
      </span>
      <Icon name="chevron" />
    </a>
  );
}
