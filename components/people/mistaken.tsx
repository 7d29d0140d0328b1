import { looksLike, looksLikeKnown, type Mistakable } from '../../utils/core/look-alike';
import type { Author } from '../../utils/core/post';
import { rich } from '../../utils/text/rich';
import { Name } from '../ui/byline';
import { Icon } from '../ui/icon';

/** Somebody who might be taken for one of us, or for somebody one knows, and is not: said beside their name, before one answers. */
export function Mistaken({ author, mistakable }: { author: Pick<Author, 'name' | 'handle'>; mistakable: Mistakable }) {
  const us = looksLike(author, mistakable.ours);
  const like = us ?? looksLikeKnown(author, mistakable.known);
  if (like === null) return null;
  return (
    <p class="mistaken">
      <Icon name="warning" /> <span>{rich(us ? 'looksLikeUs' : 'looksLikeKnown', <Name>{like}</Name>)}</span>
    </p>
  );
}
