/** How long a site lets an answer be: said by the site's rule, or by the page where each server has its own. */
import { describe, expect, it } from 'vitest';
import { adapters } from '../../utils/adapters/all';
import { createPage } from '../../utils/adapters/harvest';
import { parse } from '../adapters/fixture';

const adapter = (id: string) => adapters.find((one) => one.id === id);

describe('the limit of a site', () => {
  it.each([
    ['x', 280],
    ['bluesky', 300],
    ['threads', 500],
  ])('%s takes %d', (id, most) => {
    expect(adapter(id)?.limit).toBe(most);
  });

  const form = (left: string, written: string): Document =>
    parse(
      `<div id="mastodon"><form class="compose-form"><textarea>${written}</textarea><span class="character-counter">${left}</span></form></div>`,
    );
  const mastodon = (left: string, written: string): number | null => {
    const document = form(left, written);
    const { limit } = adapter('mastodon') ?? {};
    if (typeof limit !== 'function') throw new Error('Mastodon has no rule of its own');
    return limit(createPage(document, new URL('https://pedal.example/@ana'), 0), document.querySelector('textarea'));
  };

  it.each([
    ['an empty form', '500', '', 500],
    ['words in it', '4995', 'Hola!', 5_000],
    ['too many words', '-3', 'abcdefgh', 5],
    ['signs of two units', '499', '🛵', 500],
    ['no number to read', 'many', '', null],
  ])('Mastodon says its own: %s', (_, left, written, most) => {
    expect(mastodon(left, written)).toBe(most);
  });
});
