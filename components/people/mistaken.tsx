import { type Likenesses, looksLike } from '../../utils/core/look-alike';
import type { Author } from '../../utils/core/post';
import { rich } from '../../utils/text/rich';
import { Name } from '../ui/byline';
import { Icon } from '../ui/icon';

/** Somebody who might be taken for one of us, and is not: said beside their name, before one answers. */
export function Mistaken({ author, ours }: { author: Pick<Author, 'name' | 'handle'>; ours: Likenesses }) {
  const like = looksLike(author, ours);
  if (like === null) return null;
  return (
    <p class="mistaken">
      <Icon name="warning" /> <span>{rich('looksLikeUs', <Name>{like}</Name>)}</span>
    </p>
  );
}
