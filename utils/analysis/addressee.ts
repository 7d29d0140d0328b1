/** Whom a post speaks to, where it says so: with a handle, a name at its head, or a quotation. */
import { isUs, type Lens } from '../core/derive';
import { fold } from '../core/normalize';
import type { Post } from '../core/post';
import { isName } from '../core/quote';

/** `us`; `others`, and us among them not; null where it does not say. */
export type Addressee = 'us' | 'others' | null;

/** Who we are, as far as a post can call us. */
export interface OurNames {
  lens: Pick<Lens, 'us'>;
  brands: readonly string[];
}

export type Speaking = Pick<Post, 'site' | 'text' | 'mentions' | 'quotes'>;

/** "@ana", "@ana@taza.example"; an address of mail is none. */
const HANDLE = /(?<![\p{L}\p{N}_./@])@([\p{L}\p{N}_][\p{L}\p{N}_.-]{0,80}(?:@[\p{L}\p{N}.-]{1,80})?)/gu;
/** Handles with nothing but a greeting before them: whom it is said to, not whom it is said of. */
const HEAD = /^[\s,.;:¡¿!"“(-]*(?:[\p{L}']{2,12}[\s,!]+){0,2}?@/u;
const GREETINGS = new Set(
  'hola buenas buenos dias tardes noches oye che perdona perdon gracias muchas hi hello hey dear thanks thank you sorry ola oi obrigado obrigada bonjour salut merci hallo danke ciao grazie y and @'.split(
    ' ',
  ),
);

const bare = (name: string) => fold(name).replace(/[^\p{L}\p{N}]/gu, '');

/** What is called at the head, parted by a mark, without the greeting before it: "Marta, …", "¡Hola, Marta! …". */
function calledAtHead(text: string): string | null {
  for (const part of text
    .slice(0, 120)
    .split(/[\n,:;!?.…]/)
    .slice(0, 3)) {
    const words = part.split(/[\s¡¿"“(]+/).filter(Boolean);
    const name = words.slice(words.findIndex((word) => !GREETINGS.has(fold(word))));
    if (words.every((word) => GREETINGS.has(fold(word)))) continue;
    return name.length <= LONGEST_NAME ? name.join(' ') : null;
  }
  return null;
}
const LONGEST_NAME = 4;

function isCalledSo(name: string, person: string): boolean {
  const [called, whole] = [fold(name), fold(person)];
  return called.length > 2 && (called === whole || whole.split(' ')[0] === called);
}

/** `answers`: who wrote the post it answers. */
export function addresseeOf(post: Speaking, ours: OurNames, answers?: Pick<Post, 'author'>): Addressee {
  const { lens, brands } = ours;
  const ourNames = brands.map(bare).filter((brand) => brand.length > 2);
  const isOurs = (handle: string) =>
    isUs(lens, post.site, { name: handle, handle }) || ourNames.some((brand) => bare(handle).includes(brand));
  const text = post.text.slice(0, 2_000);
  const handles = [...text.matchAll(HANDLE)].map((match) => (match[1] as string).replace(/[.-]+$/, ''));
  const mentions = (post.mentions ?? []).map((handle) => handle.replace(/^@+/, ''));
  if ([...handles, ...mentions].some(isOurs)) return 'us';
  const quoted = (post.quotes ?? []).flatMap(({ author }) => (author === undefined ? [] : [author]));
  if (quoted.some((name) => lens.us.some(({ handle }) => isName(name, { name: handle, handle: null })))) return 'us';
  const name = calledAtHead(text);
  if (name !== null && ourNames.includes(bare(name))) return 'us';
  if (name !== null && answers && isCalledSo(name, answers.author.name)) return 'others';
  // Who has not said which accounts are his may be called by any of them.
  return lens.us.length > 0 && HEAD.test(text) && handles.length > 0 ? 'others' : null;
}
