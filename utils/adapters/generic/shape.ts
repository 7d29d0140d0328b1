/** What an element looks like in the markup: two posts of one list have the same shape. */

/** Words in class names that tell twins apart. */
const PASSING =
  /^(odd|even|alt|first|last|active|selected|current|new|unread|read|hover|focus|open|closed|collapsed|expanded|visible|hidden|loaded|by-?user|by-?(post)?author|parent|thread-?(odd|even|alt)|has-?(children|replies)|no-?children|row-?\d|bg-?\d|is-.*|js-.*)$/i;

/** Ids written as classes. */
const ONE_OF_A_KIND = /^id-|(^|[-_])t\d_|[0-9a-f]{10}|\d{6}/i;

const MOST_TOKENS = 5;

/** Class names without numbers and passing states. */
export function tokensOf(element: Element): string[] {
  const written = element.getAttribute('class');
  if (!written) return [];
  const tokens: string[] = [];
  for (const token of written.slice(0, 400).split(/\s+/)) {
    if (!token || PASSING.test(token) || ONE_OF_A_KIND.test(token)) continue;
    tokens.push(token.replace(/\d+/g, '0'));
    if (tokens.length >= MOST_TOKENS) break;
  }
  return tokens;
}

/** Shapes of the elements met in one look: elements written alike share the work. */
export class Shapes {
  readonly #known = new Map<string, string>();

  of(element: Element): string {
    const role = element.getAttribute('role') ?? '';
    const id =
      stem(element.getAttribute('id')) +
      stem(element.getAttribute('data-testid')?.split(/[-_:.]/)[0]) +
      stem(element.getAttribute('itemprop'));
    const cell = !element.hasAttribute('class') && CELL.test(element.localName) ? `:${nthOf(element)}` : '';
    const written = `${element.localName}|${role}|${id}|${cell}|${element.getAttribute('class') ?? ''}`;
    let shape = this.#known.get(written);
    if (shape === undefined) {
      shape = `${element.localName}${role && `[${role}]`}${id}${cell}.${tokensOf(element).join('.')}`;
      this.#known.set(written, shape);
    }
    return shape;
  }
}

const CELL = /^(td|th|tr|dd)$/;
function nthOf(element: Element): number {
  let nth = 0;
  for (let before = element.previousElementSibling; before && nth < 9; before = before.previousElementSibling) nth++;
  return nth;
}

/** The part of an id that all of its kind share: `post_message_12` is a `post_message`. */
function stem(id: string | null | undefined): string {
  if (!id || id.length > 60) return '';
  const [whole, words] = /^([a-z]+(?:[-_][a-z]+)*)/i.exec(id) ?? ['', ''];
  // Letters that run on into a random id say nothing: `review-RCDB34NAE`.
  const known = REST_OF_ID.test(id.slice(whole.length)) ? words : words.replace(/[-_]?[a-z]+$/i, '');
  return known.length > 2 ? `#${known}` : '';
}
const REST_OF_ID = /^$|^[-_:.]?\d+([-_:.][a-z]*)*$/i;

/** What class, id, test id and microdata say an element is for, as one string for tests by words. */
export function hintsOf(element: Element): string {
  let hints = '';
  for (const name of HINTING) {
    const value = element.getAttribute(name);
    if (value) hints += ` ${value.slice(0, 200)}`;
  }
  return hints;
}
const HINTING = ['class', 'id', 'itemprop', 'rel', 'data-testid', 'data-hook', 'property', 'data-role', 'name'];
