/** Several things in one sentence. */
import { withoutHidden } from '../core/hidden';
import { currentLocale, plural } from './t';

/** "Nerea, Aitor and Tomás". */
export function list(items: readonly string[]): string {
  return new Intl.ListFormat(currentLocale(), { type: 'conjunction' }).format(items.map(withoutHidden));
}

/** At most `most` of them by name, the rest as a number of people: "Nerea, Aitor and 4 more". */
export function listPeople(names: readonly string[], most = 3): string {
  if (names.length <= most) return list(names);
  const rest = names.length - most + 1;
  return list([...names.slice(0, most - 1), plural('morePeople', rest)]);
}
