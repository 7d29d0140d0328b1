/**
 * A blog with comments and a reply form, in WordPress's core markup, that people write to while the test looks on: its own
 * button puts what stands in the form under the comment it answers.
 */
import { createServer } from 'node:http';

/**
 * @param {{ us?: string }} [options] the name the page signs our comments with
 * @returns {Promise<{ url: string, requests: string[], close(): void }>}
 */
export async function serveBlog({ us = 'Marta Ríos' } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page(us));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/entrada/`, requests, close: () => server.close() };
}

/** `window.say(id, name, text, parent)`: somebody writes. `window.send(parent)`: our form is sent by the person at it. */
const page = (
  us,
) => `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Luces de bici</title><meta name="generator" content="WordPress 6.8">
<style>body{font:16px sans-serif;margin:2rem;max-width:40rem}textarea{width:100%;height:8rem}</style>
</head><body class="single postid-9"><article><h1 class="entry-title">Luces de bici</h1></article>
<div id="comments" class="comments-area"><ol class="comment-list"></ol>
<div id="respond"><form id="commentform"><textarea id="comment" name="comment" aria-label="Comentario"></textarea><input type="hidden" id="comment_parent" value="0"><button type="button" id="submit">Publicar</button></form></div></div><script>
window.say=(id,name,text,parent)=>{const item=document.createElement('li');item.id='comment-'+id;item.className='comment';
const when=new Date().toISOString();const make=(tag,cls,words)=>{const e=document.createElement(tag);if(cls)e.className=cls;if(words!==undefined)e.textContent=words;return e};
const body=make('article','comment-body');body.id='div-comment-'+id;const meta=make('footer','comment-meta');const who=make('div','comment-author vcard');who.append(make('b','fn',name));
const data=make('div','comment-metadata');const link=make('a');link.href='#comment-'+id;const time=make('time','',when);time.dateTime=when;link.append(time);data.append(link);meta.append(who,data);
const said=make('div','comment-content');for(const line of text.split('\\n'))said.append(make('p','',line));body.append(meta,said);item.append(body);
let list=document.querySelector('.comment-list');if(parent){const up=document.getElementById('comment-'+parent);list=up.querySelector(':scope > .children')||up.appendChild(make('ol','children'))}list.append(item)};
window.sent=0;window.send=(id,parent)=>{const box=document.querySelector('#comment');window.say(id,${JSON.stringify(us)},box.value,parent);box.value='';window.sent++};
document.querySelector('#submit').onclick=()=>window.send('s'+Date.now(),null);
</script></body></html>`;
