/** Pages without a conversation, each of a kind that has names, dates and words of some sort: the generic reader hears nobody. */
import { describe, expect, it } from 'vitest';
import { generic } from '../../utils/adapters/generic/generic';
import { createPage, harvest } from '../../utils/adapters/harvest';
import { parse } from './fixture';

const pages = Object.entries(
  import.meta.glob<string>('./silence/*.html', { eager: true, query: '?raw', import: 'default' }),
).map(([path, html]) => ({ name: path.replace(/^.*\/|\.html$/g, ''), html }));

describe('a page where nobody talks', () => {
  it('comes in many kinds', () => {
    expect(pages.length).toBeGreaterThanOrEqual(30);
  });

  it.each(pages)('$name', ({ html }) => {
    const page = createPage(parse(html), new URL('https://sitio.example/pagina'), Date.UTC(2026, 10, 23));
    expect(harvest(generic, page).posts.map(({ author, text }) => `${author.name}: ${text}`)).toEqual([]);
  });
});
