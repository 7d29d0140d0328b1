/** GraphML: who answers and names whom, for programs that draw and count networks. */
import { accountKey } from '../core/keys';
import type { Post } from '../core/post';
import { escapeHtml, keyLine, oneLine, safeLink } from './plain-text';
import { isoTime } from './thread-export';

interface Node {
  name: string;
  site: string;
  url: string | null;
  ours: boolean;
  posts: number;
}

interface Edge {
  from: string;
  to: string;
  answers: number;
  mentions: number;
  first: number;
  last: number;
}

/** Gathers ties post by post; only people and ties are held, never what was said. */
export class TieCollector {
  readonly nodes = new Map<string, Node>();
  private readonly edges = new Map<string, Edge>();

  /** `authorOf`: who wrote a post held elsewhere, where known. */
  add(posts: readonly Post[], authorOf: (key: string) => string | undefined = () => undefined): void {
    const authors = new Map(posts.map((post) => [post.key, post.authorKey]));
    for (const post of posts) {
      const node = this.nodeOf(post);
      node.posts++;
      const parent = post.parentKey ? (authors.get(post.parentKey) ?? authorOf(post.parentKey)) : undefined;
      if (parent && parent !== post.authorKey) this.edgeOf(post, parent).answers++;
      for (const handle of new Set(post.mentions ?? [])) {
        const named = accountKey(post.site, { name: handle, handle });
        if (named === post.authorKey || named === parent) continue;
        if (!this.nodes.has(named))
          this.nodes.set(named, { name: handle, site: post.site, url: null, ours: false, posts: 0 });
        this.edgeOf(post, named).mentions++;
      }
    }
  }

  private nodeOf(post: Post): Node {
    const known = this.nodes.get(post.authorKey);
    if (known && known.posts > 0) return known;
    const { name, handle, url } = post.author;
    const node = { name: name || handle || '?', site: post.site, url, ours: post.ours === 1, posts: 0 };
    this.nodes.set(post.authorKey, node);
    return node;
  }

  private edgeOf(post: Post, to: string): Edge {
    const key = `${post.authorKey}\n${to}`;
    const known = this.edges.get(key);
    if (known) {
      known.first = Math.min(known.first, post.at);
      known.last = Math.max(known.last, post.at);
      return known;
    }
    const edge = { from: post.authorKey, to, answers: 0, mentions: 0, first: post.at, last: post.at };
    this.edges.set(key, edge);
    return edge;
  }

  /** Ties between people who are both there. */
  ties(): Edge[] {
    return [...this.edges.values()].filter(({ from, to }) => this.nodes.has(from) && this.nodes.has(to));
  }
}

const KEYS = [
  ['name', 'node', 'string'],
  ['site', 'node', 'string'],
  ['url', 'node', 'string'],
  ['ours', 'node', 'boolean'],
  ['posts', 'node', 'int'],
  ['answers', 'edge', 'int'],
  ['mentions', 'edge', 'int'],
  ['first', 'edge', 'string'],
  ['last', 'edge', 'string'],
] as const;

type Name = (typeof KEYS)[number][0];

const datum = (key: Name, value: string | number | boolean | null): string =>
  value === null ? '' : `<data key="${key}">${escapeHtml(oneLine(String(value)))}</data>`;

/** The ties as one GraphML document. */
export function toGraphml(ties: TieCollector): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([id, of, type]) => `<key id="${id}" for="${of}" attr.name="${id}" attr.type="${type}"/>`),
    '<graph edgedefault="directed">',
  ];
  for (const [id, { name, site, url, ours, posts }] of ties.nodes) {
    const data = [
      datum('name', name),
      datum('site', site),
      datum('url', safeLink(url)),
      datum('ours', ours),
      datum('posts', posts),
    ];
    lines.push(`<node id="${escapeHtml(keyLine(id))}">${data.join('')}</node>`);
  }
  for (const { from, to, answers, mentions, first, last } of ties.ties()) {
    const data = [
      datum('answers', answers),
      datum('mentions', mentions),
      datum('first', isoTime(first)),
      datum('last', isoTime(last)),
    ];
    lines.push(
      `<edge source="${escapeHtml(keyLine(from))}" target="${escapeHtml(keyLine(to))}">${data.join('')}</edge>`,
    );
  }
  lines.push('</graph>', '</graphml>');
  return `${lines.join('\n')}\n`;
}
