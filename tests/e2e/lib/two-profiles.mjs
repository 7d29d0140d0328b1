/** Two sites where one person speaks under two names, and their profiles, each with a link to the other. */
import { createServer } from 'node:https';
import { generate } from 'selfsigned';

const AT = Date.UTC(2026, 4, 3, 9, 30);
const M = (BigInt(AT) << 16n).toString();

const toot = (handle, name, words) =>
  `<div class="status status-public" data-id="${M}"><div class="status__info"><a href="/@${handle}/${M}" class="status__relative-time"><time datetime="${new Date(AT).toISOString()}">May 3</time></a><a href="/@${handle}" class="status__display-name"><span class="display-name"><bdi><strong class="display-name__html">${name}</strong></bdi><span class="display-name__account">@${handle}</span></span></a></div><div class="status__content"><div class="status__content__text status__content__text--visible translate" lang="en"><p>${words}</p></div></div></div>`;
const mastodon = (body) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="generator" content="Mastodon 4.4"><title>Luz</title></head><body class="app-body"><div id="mastodon"><div class="columns-area">${body}</div></div></body></html>`;
const hackernews = (body) =>
  `<html lang="en" op="item"><head><meta charset="utf-8"><title>Lamps | Hacker News</title></head><body><center><table id="hnmain"><tr id="bigbox"><td>${body}</td></tr></table></center></body></html>`;
const comment = (id, user, words) =>
  `<tr class="athing comtr" id="${id}"><td><table border="0"><tr><td class="ind" indent="0"></td><td class="default"><div><span class="comhead"><a href="user?id=${user}" class="hnuser">${user}</a> <span class="age" title="2026-05-03T09:30:00 1777800600"><a href="item?id=${id}">today</a></span></span></div><div class="comment"><div class="commtext c00">${words}</div></div></td></tr></table></td></tr>`;

const header = `<div class="account__header"><div class="account__header__tabs"><a class="avatar" href="/a.png"><div class="account__avatar"><img src="/a.png" alt="A brass lamp beside a blue door"></div></a></div><div class="account__header__tabs__name"><h1><bdi><span class="display-name__html">Vera Ferrer</span></bdi> <small><span>@vera<span class="invisible">@luz.example</span></span></small></h1></div><div class="account__header__bio"><div class="account__header__content translate"><p>Mends lamps\u202e and old radios.</p></div><div class="account__header__fields"><dl><dt>HN</dt><dd><a href="https://news.ycombinator.com/user?id=lamparera" rel="me nofollow">lamparera</a></dd></dl><dl><dt>Shop</dt><dd><a href="https://shop.ferrer.example/">shop</a></dd></dl></div></div></div>`;

const PAGES = {
  'luz.example/home': mastodon(toot('vera', 'Vera Ferrer', 'Any lamp can be mended, given a dry evening.')),
  'luz.example/@vera': mastodon(header + toot('vera', 'Vera Ferrer', 'Any lamp can be mended, given a dry evening.')),
  'news.ycombinator.com/item?id=100': hackernews(
    `<table class="fatitem"><tr class="athing submission" id="100"><td class="title"><span class="titleline"><a href="https://example.org/lamps">Old lamps</a></span></td></tr><tr><td class="subtext"><span class="score">9 points</span> by <a href="user?id=someone" class="hnuser">someone</a> <span class="age" title="2026-05-03T09:00:00 1777798800"><a href="item?id=100">today</a></span></td></tr></table><table class="comment-tree">${comment(101, 'lamparera', 'The wick is the last thing I would blame here.')}${comment(102, 'passer', 'Mine went out on a hill as well.')}</table>`,
  ),
  'news.ycombinator.com/user?id=lamparera': hackernews(
    `<table border="0"><tr class="athing"><td valign="top">user:</td><td timestamp="1300000000"><a href="user?id=lamparera" class="hnuser">lamparera</a></td></tr><tr><td>created:</td><td>March 13, 2011</td></tr><tr><td>karma:</td><td>12</td></tr><tr><td valign="top">about:</td><td>Lamps, mostly. Elsewhere: <a href="https://luz.example/@vera" rel="nofollow">https://luz.example/@vera</a></td></tr></table>`,
  ),
};
const HOSTS = ['luz.example', 'news.ycombinator.com'];

/** @returns {Promise<{ args: string[], asked: string[], close(): void }>} `asked`: every address that was asked for. */
export async function serveTwoProfiles() {
  const asked = [];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    const address = `${request.headers.host?.replace(/:\d+$/, '')}${request.url}`;
    asked.push(address);
    response.writeHead(PAGES[address] ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(PAGES[address] ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    asked,
    args: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=${HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ],
    close: () => server.close(),
  };
}
