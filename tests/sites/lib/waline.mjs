/** Waline's server and widget from npm, over our MariaDB: comments that come by script, from another address than the page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { quoted } from './mariadb.mjs';
import { talks } from './posts.mjs';
import { answers, freePort, must, start, waitFor } from './run.mjs';

const PACKAGES = ['@waline/vercel@1.39.3', '@waline/client@3.15.2'];

const TABLES = {
  wl_Comment:
    "id INT AUTO_INCREMENT PRIMARY KEY, user_id INT, comment TEXT, insertedAt DATETIME, ip VARCHAR(100) DEFAULT '', link VARCHAR(255), mail VARCHAR(255), nick VARCHAR(255), pid INT, rid INT, sticky BOOLEAN, status VARCHAR(50), `like` INT, ua TEXT, url VARCHAR(255), createdAt DATETIME, updatedAt DATETIME",
  wl_Counter: `id INT AUTO_INCREMENT PRIMARY KEY, time INT, ${Array.from({ length: 9 }, (_, i) => `reaction${i} INT`).join(', ')}, url VARCHAR(255), createdAt DATETIME, updatedAt DATETIME`,
  wl_Users:
    'id INT AUTO_INCREMENT PRIMARY KEY, display_name VARCHAR(255), email VARCHAR(255), password VARCHAR(255), type VARCHAR(50), label VARCHAR(255), url VARCHAR(255), avatar VARCHAR(255), createdAt DATETIME, updatedAt DATETIME',
};

/** Its handler in a plain server: its own forks, and listens on every address of the machine. */
const SERVER = `const waline = require('@waline/vercel')();
require('http').createServer((request, response) => waline(request, response)).listen(Number(process.argv[2]), '127.0.0.1');`;

const page = (
  talk,
  api,
) => `<!doctype html><html lang="${talk.lang}"><head><meta charset="utf-8"><title>${talk.title}</title>
<link rel="stylesheet" href="/w/waline.css"></head><body><article><h1>${talk.title}</h1><p>Hablemos de ello.</p></article>
<div id="waline"></div><script type="module">import { init } from '/w/waline.js';
init({ el: '#waline', serverURL: '${api}', path: location.pathname, lang: '${talk.lang}', emoji: false, search: false,
imageUploader: false, commentSorting: 'oldest', pageSize: 50 });</script></body></html>`;

/** Serves the pages and the widget's files. */
async function serve(files, api) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    const [, file] = /^\/w\/([\w.-]+)$/.exec(path) ?? [];
    const talk = talks.find(({ n }) => path === `/t${n}`);
    const body = file && existsSync(join(files, file)) ? readFileSync(join(files, file)) : talk && page(talk, api);
    const type = file?.endsWith('.css') ? 'text/css' : file ? 'text/javascript' : 'text/html; charset=utf-8';
    response.writeHead(body ? 200 : 404, { 'content-type': type });
    response.end(body || '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}

/** Stands in for the public helper that Waline asks which sign-ins there are. */
async function serveNoSignIns() {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end('{"services":[]}');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  return `http://127.0.0.1:${server.address().port}`;
}

/**
 * @param {string} folder
 * @param {{ port: number, sql(text: string): string }} database
 */
export async function startWaline(folder, database) {
  mkdirSync(folder, { recursive: true });
  const modules = join(folder, 'node_modules/@waline');
  if (!existsSync(join(modules, 'client/dist'))) {
    console.log('Installing Waline with npm …');
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    must('npm', ['install', ...PACKAGES, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
  }
  writeFileSync(join(folder, 'server.cjs'), SERVER);
  const ids = new Map();
  const roots = new Map();
  const inserts = talks.flatMap((talk) =>
    talk.posts.map((post) => {
      const key = (n) => `${talk.n}.${n}`;
      const id = 100 + ids.size;
      ids.set(key(post.n), id);
      const parent = post.answers ? ids.get(key(post.answers)) : null;
      roots.set(id, parent ? roots.get(parent) : id);
      const time = new Date(post.at).toISOString().slice(0, 19).replace('T', ' ');
      const values = [id, post.text, time, `https://${post.handle}.example`, `${post.handle}@example.test`, post.name];
      const more = [parent, parent ? roots.get(id) : null, 'approved', 0, '', `/t${talk.n}`, time, time];
      return `INSERT INTO wl_Comment (id, comment, insertedAt, link, mail, nick, pid, rid, status, \`like\`, ua, url, createdAt, updatedAt) VALUES (${[...values, ...more].map(quoted).join(', ')});`;
    }),
  );
  const tables = Object.entries(TABLES).map(([name, columns]) => `CREATE TABLE ${name} (${columns});`);
  database.sql(['USE waline; SET NAMES utf8mb4;', ...tables, ...inserts].join('\n'));
  const port = await freePort();
  const api = `http://127.0.0.1:${port}`;
  start('node', ['server.cjs', String(port)], join(folder, 'api.log'), {
    cwd: folder,
    env: {
      ...process.env,
      TZ: 'UTC',
      OAUTH_URL: await serveNoSignIns(),
      MYSQL_HOST: '127.0.0.1',
      MYSQL_PORT: String(database.port),
      MYSQL_DB: 'waline',
      MYSQL_USER: 'u',
      MYSQL_PASSWORD: 'p',
      JWT_TOKEN: 'x',
      IPQPS: '0',
      DISABLE_REGION: 'true',
    },
  });
  const home = await serve(join(modules, 'client/dist'), api);
  await waitFor(answers(`${api}/api/comment?path=/t1&pageSize=10&page=1&sortBy=insertedAt_desc`), 'Waline');
  return {
    urls: talks.map(({ n }) => `${home}/t${n}`),
    truth: talks.flatMap((talk) =>
      talk.posts.map((post) => {
        const id = ids.get(`${talk.n}.${post.n}`);
        return {
          ...post,
          nativeId: String(id),
          profile: new RegExp(`^https://${post.handle}\\.example/?$`),
          permalink: `${home}/t${talk.n}#${id}`,
          precision: 86_400_000,
          // Markdown with emoticons.
          shown: post.text.replace('<3', '❤️'),
        };
      }),
    ),
  };
}
