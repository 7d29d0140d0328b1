/** Fixture pages of the adapters, and what is expected of them. */
import type { Adapter, Page } from '../../utils/adapters/contract';
import { createPage, type Harvest, harvest } from '../../utils/adapters/harvest';

export interface Expected {
  url: string;
  now: string;
  posts: Record<string, unknown>[];
  threads?: Record<string, unknown>[];
  faults?: number;
  missing?: Record<string, number>;
  breaks?: { remove: string; missing: string }[];
  /** What the person whose page it is says of themselves. */
  profile?: Record<string, unknown>;
}

export interface Fixture {
  id: string;
  name: string;
  html: string;
  expected: Expected;
}

const pages = import.meta.glob<string>('../fixtures/**/*.html', { eager: true, query: '?raw', import: 'default' });
const truths = import.meta.glob<Expected>('../fixtures/**/*.json', { eager: true, import: 'default' });

/** By adapter id. */
export const fixtures: Fixture[] = Object.entries(pages).map(([path, html]) => {
  const [, id, name] = /fixtures\/([^/]+)\/(.+)\.html$/.exec(path) as unknown as [string, string, string];
  const expected = truths[path.replace(/\.html$/, '.json')];
  if (!expected) throw new Error(`${path} has no .json beside it`);
  return { id, name, html, expected };
});

/** Parses without running anything, and attaches declarative shadow roots as a browser would. */
export function parse(html: string): Document {
  const document = new DOMParser().parseFromString(html, 'text/html');
  for (;;) {
    const template = document.querySelector<HTMLTemplateElement>('template[shadowrootmode="open"]');
    const host = template?.parentElement;
    if (!template || !host) return document;
    const root = host.attachShadow({ mode: 'open' });
    root.append(template.content);
    template.remove();
    attachInside(root);
  }
}

function attachInside(root: ShadowRoot): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode="open"]')) {
    const inner = template.parentElement?.attachShadow({ mode: 'open' });
    if (!inner) continue;
    inner.append(template.content);
    template.remove();
    attachInside(inner);
  }
}

export function pageOf({ expected }: Pick<Fixture, 'expected'>, document: Document): Page {
  return createPage(document, new URL(expected.url), Date.parse(expected.now));
}

export function read(adapter: Adapter, fixture: Fixture, change: (document: Document) => void = () => {}): Harvest {
  const document = parse(fixture.html);
  change(document);
  return harvest(adapter, pageOf(fixture, document));
}

/** `got` cut down to the shape of `want`, with moments written as `want` writes them: so that a plain comparison serves. */
export function shapedLike(got: unknown, want: unknown, key = ''): unknown {
  if (typeof got === 'number' && typeof want === 'string' && key.endsWith('At')) {
    return Date.parse(want) === got ? want : new Date(got).toISOString();
  }
  if (Array.isArray(want) && Array.isArray(got)) return got.map((value, i) => shapedLike(value, want[i]));
  if (isRecord(want) && isRecord(got)) {
    return Object.fromEntries(Object.keys(want).map((name) => [name, shapedLike(got[name], want[name], name)]));
  }
  return got;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
