/** Serves the demo community from this machine under its own host names, over HTTPS with a certificate made now. */
import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import * as discourse from './sites/discourse.mjs';
import * as mastodon from './sites/mastodon.mjs';
import * as reddit from './sites/reddit.mjs';
import * as wordpress from './sites/wordpress.mjs';
import * as x from './sites/x.mjs';

const SITES = [discourse, reddit, x, mastodon, wordpress];

/**
 * @param {number} now ms UTC, what ages count from
 * @returns {Promise<{ sites: {host: string, name: string, urls: string[]}[], args: string[], port: number, close(): void }>}
 *   `urls` in reading order; `args` for Chromium, so that those names resolve here and every other name to nothing; `port`, for a browser that has
 *   no such argument
 */
export async function serveCommunity(now = Date.now()) {
  // `read`: what a reader opens, in order; `also`: other addresses that posts may be asked for by.
  const content = new Map(SITES.map((site) => [site.host, site.pages(now)]));
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    const host = request.headers.host?.replace(/:\d+$/, '');
    const path = SITES.find((site) => site.host === host)?.readAt?.(request.url) ?? request.url;
    const page = content.get(host)?.read.get(path) ?? content.get(host)?.also?.get(path);
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    sites: SITES.map(({ host, name }) => ({
      host,
      name,
      urls: [...content.get(host).read.keys()].map((path) => `https://${host}${path}`),
    })),
    args: [
      '--ignore-certificate-errors',
      `--host-resolver-rules=${SITES.map(({ host }) => `MAP ${host} 127.0.0.1:${port}`).join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ],
    port,
    close: () => server.close(),
  };
}
