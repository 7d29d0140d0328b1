/**
 * A forum page that goes on talking: posts are added one by one, in WordPress's core comment markup. Truth is kept here,
 * outside the browser: `emitted` says which posts were put on the page and when. `?from=100` begins with post 101.
 */
import { createServer } from 'node:http';

/**
 * @param {{ posts?: number, every?: number, padding?: number, batch?: number, keep?: number,
 *   waits?: boolean }} [options] how many posts,
 *   milliseconds between two, how many characters each has besides its words, how many come at once, how many stay on
 *   the page (a list that takes away what was scrolled past), and whether all but the first wait for `begin()`
 * @returns {Promise<{ url: string, port: number, requests: string[], close(): void }>}
 */
export async function serveTalkingPage({
  posts = 300,
  every = 15,
  padding = 0,
  batch = 1,
  keep = Number.MAX_SAFE_INTEGER,
  waits = false,
} = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(`${request.headers.host}${request.url}`);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const from = Number(new URL(request.url, 'http://x/').searchParams.get('from') ?? 0);
    response.end(page(posts, every, from, padding, batch, keep, waits));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return { url: `http://127.0.0.1:${port}/talk/`, port, requests, close: () => server.close() };
}

/** What the page's script counts: read with `page.evaluate(() => window.emitted)`. */
const page = (
  posts,
  every,
  from,
  padding,
  batch,
  keep,
  waits,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Talk</title><meta name="generator" content="WordPress 6.8">
</head><body class="single postid-9"><div id="comments" class="comments-area"><ol class="comment-list"></ol></div><script>
window.emitted=[];const list=document.querySelector('.comment-list');const pad='lorem ipsum '.repeat(${Math.ceil(padding / 12)});let n=${from};
const add=()=>{n+=1;const item=document.createElement('li');item.id='comment-'+n;item.className='comment depth-1';
item.innerHTML='<article id="div-comment-'+n+'" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Person '+(n%40)+'</b></div><div class="comment-metadata"><a href="#comment-'+n+'"><time datetime="2026-03-01T10:'+String(n%60).padStart(2,'0')+':00Z">then</time></a></div></footer><div class="comment-content"><p>Post number '+n+' of this talk. '+pad+'</p></div></article>';
list.append(item);if(list.childElementCount>${keep})list.firstElementChild.remove();window.emitted.push({n,at:Date.now()})};
const more=()=>{for(let i=0;i<${batch}&&n<${from + posts};i++)add();if(n<${from + posts})setTimeout(more,${every})};setTimeout(${waits}?add:more,300);window.begin=more;
</script></body></html>`;
