/** A page of comments that watches itself: what moves on it, what takes long, what comes to stand in it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Comments in WordPress's core markup; `add(n)` brings so many more, a few a frame. Watches what moves and what takes long. */
const markup = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="WordPress 6.8"><title>Lamps</title><style>body{margin:40px 80px;font:16px/1.5 sans-serif;max-width:640px}li{list-style:none;margin:0 0 24px}.comment-author{display:inline}.comment-metadata{display:inline;margin-left:6px}p{margin:4px 0}</style><script>
window.shifts=[];window.came=[];
new PerformanceObserver((l)=>{for(const e of l.getEntries())window.shifts.push(e.value)}).observe({type:'layout-shift',buffered:true});
new MutationObserver((l)=>{for(const r of l)for(const n of r.addedNodes)if(r.target===document.documentElement)window.came.push(performance.now())}).observe(document.documentElement,{childList:true});
</script></head><body class="single postid-9"><textarea id="comment" aria-label="Reply"></textarea><div id="comments"><ol class="comment-list" style="padding:0"></ol></div><script>
let n=0;const list=document.querySelector('.comment-list');const make=(t,c,w)=>{const e=document.createElement(t);if(c)e.className=c;if(w!==undefined)e.textContent=w;return e};
window.say=(name,words)=>{n+=1;const item=make('li','comment');item.id='comment-'+n;const body=make('article','comment-body'),meta=make('footer','comment-meta'),who=make('div','comment-author vcard'),data=make('div','comment-metadata'),a=make('a'),time=make('time','','May 3');
who.append(make('b','fn',name));time.dateTime=new Date(Date.UTC(2026,4,3,9,n%60)).toISOString();a.href='#comment-'+n;a.append(time);data.append(a);meta.append(who,data);const said=make('div','comment-content');said.append(make('p','',words));body.append(meta,said);item.append(body);list.append(item)};
window.add=(count)=>new Promise((done)=>{const end=n+count;const step=()=>{for(let i=0;i<20&&n<end;i++)say('Person '+(n%40),'Words of comment '+n+', about lamps and hills.');if(n<end)requestAnimationFrame(step);else done()};step()});
say('Leire Zubiri','Farol, my lamp goes out on every hill. What can I do?');say('Ander Otxoa','I have had the same for weeks.');say('Somebody New','Hello everybody.');
</script></body></html>`;

/** On loopback, at any address of the server. */
export async function serveLamps(): Promise<{ url: string; close(): void }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(markup);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/entry/`, close: () => server.close() };
}
