/** How a saved reply will look, with an invented person in it. */
import type { Blank } from '../core/draft';
import { renderSaved } from '../replies/saved';

export interface Preview {
  text: string;
  blanks: Blank[];
}

export function previewSaved(
  body: string,
  known: { firstName: string; ourName: string; product: string },
  lang: string,
  now: number,
): Preview {
  return renderSaved(body, { ...known, name: known.firstName }, lang === '*' ? 'en' : lang, now);
}
