import { hrefOf } from '../../utils/panel/router';
import { Name } from '../ui/byline';

/** A theme by its name, which opens its page. */
export function ThemeLink({ id, name }: { id: string; name: string }) {
  return (
    <a class="quiet-link" href={hrefOf({ screen: 'theme', id })}>
      <Name>{name}</Name>
    </a>
  );
}
