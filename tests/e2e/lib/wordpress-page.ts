/** Pages of a blog in WordPress's core comment markup, served from this machine under an invented host name. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Comment {
  id: number;
  name: string;
  text: string;
  /** ISO 8601; null: the theme shows none. */
  at: string | null;
}

export interface Served {
  /** What Chromium needs to find it. */
  args: string[];
  address: (path: string) => string;
  /** A page is what it is when it is asked for: it may change between two visits. */
  pages: Map<string, string>;
  close(): void;
}

export const HOST = 'foro.farolas.example';

export async function servePages(): Promise<Served> {
  const pages = new Map<string, string>();
  const server: Server = createServer(({ url }, answer) => {
    const body = pages.get((url ?? '').replace(/[?#].*/, ''));
    answer.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    answer.end(body ?? '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const { port } = server.address() as AddressInfo;
  return {
    args: [`--host-resolver-rules=MAP ${HOST}:80 127.0.0.1:${port}`],
    address: (path) => `http://${HOST}${path}`,
    pages,
    close: () => server.close(),
  };
}

/** The markup a theme of the last years writes. `name` empty: a comment whose author the theme leaves out. */
export function commentList(comments: readonly Comment[]): string {
  return comments
    .map(
      ({ id, name, text, at }) =>
        `<li id="comment-${id}" class="comment depth-1"><article id="div-comment-${id}" class="comment-body"><footer class="comment-meta">${
          name ? `<div class="comment-author vcard"><b class="fn">${name}</b></div>` : ''
        }<div class="comment-metadata"><a href="#comment-${id}">${at ? `<time datetime="${at}">${at.slice(0, 10)}</time>` : 'enlace'}</a></div></footer><div class="comment-content"><p>${text}</p></div></article></li>`,
    )
    .join('');
}

/** Each is an article, and a conversation, of its own. */
const articles = new Set<string>();

export function blogPage(title: string, comments: string, more = ''): string {
  return `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><meta name="generator" content="WordPress 6.8"></head><body class="single postid-${articles.add(title) && [...articles].indexOf(title) + 1}"><article><h1 class="entry-title">${title}</h1></article><div id="comments" class="comments-area"><ol class="comment-list">${comments}</ol></div>${more}</body></html>`;
}
