/** Debian's MediaWiki with SQLite over PHP's own server: one wiki in Spanish and one in English, a talk page in each. */
import { appendFileSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { talks } from './posts.mjs';
import { answers, freePort, must, needPackages, start, waitFor } from './run.mjs';

const SOURCE = '/usr/share/mediawiki';
const PARTS = ['api.php', 'autoload.php', 'composer.json', 'index.php', 'load.php', 'rest.php', 'opensearch_desc.php'];
const FOLDERS = ['includes', 'languages', 'maintenance', 'mw-config', 'resources', 'skins', 'vendor'];

const WORDS = {
  es: { user: 'Usuario', userTalk: 'Usuario discusión', talk: 'discusión', page: 'Discusión:Mercado' },
  en: { user: 'User', userTalk: 'User talk', talk: 'talk', page: 'Talk:Market' },
};
const MONTHS = {
  es: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const two = (n) => String(n).padStart(2, '0');

/** As four tildes are turned into text: "08:40 2 mar 2026 (UTC)", "08:40, 2 March 2026 (UTC)". */
function signature({ handle, name, at }, lang) {
  const { user, userTalk, talk } = WORDS[lang];
  const account = handle[0].toUpperCase() + handle.slice(1);
  const time = new Date(at);
  const clock = `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}${lang === 'en' ? ',' : ''}`;
  const day = `${time.getUTCDate()} ${MONTHS[lang][time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return `[[${user}:${account}|${name}]] ([[${userTalk}:${account}|${talk}]]) ${clock} ${day} (UTC)`;
}

/** A talk as people write it: a colon deeper under what it answers. */
function written({ title, lang, posts }) {
  const lines = [`== ${title} ==`];
  const say = (post, depth) => {
    const words = post.text.replace('<3', '&lt;3').replaceAll('\n', '<br>');
    lines.push(`${':'.repeat(depth)}${words} ${signature(post, lang)}`);
    for (const answer of posts.filter(({ answers: to }) => to === post.n)) say(answer, depth + 1);
  };
  say(posts[0], 0);
  return `${lines.join('\n')}\n\n`;
}

async function startWiki(folder, lang) {
  const root = join(folder, 'www');
  const data = join(folder, 'data');
  rmSync(folder, { recursive: true, force: true });
  for (const name of ['extensions', 'images', 'cache']) mkdirSync(join(root, name), { recursive: true });
  mkdirSync(data);
  for (const name of PARTS) copyFileSync(join(SOURCE, name), join(root, name));
  for (const name of FOLDERS) cpSync(join(SOURCE, name), join(root, name), { recursive: true, dereference: true });
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  const database = ['--dbtype', 'sqlite', '--dbpath', data, '--dbname', 'wiki'];
  const about = ['--pass', 'Zx9-mercado-molido-44', '--skins', 'Vector', '--lang', lang, 'Mercado', 'admin'];
  must(
    'php',
    ['maintenance/install.php', '--confpath', root, ...database, '--server', home, '--scriptpath', '', ...about],
    {
      cwd: root,
    },
  );
  const settings = join(root, 'LocalSettings.php');
  // Debian's installer writes where Debian keeps its wikis, whatever it is told.
  if (!existsSync(settings)) copyFileSync('/etc/mediawiki/LocalSettings.php', settings);
  appendFileSync(
    settings,
    "\n$wgUsePathInfo = false; $wgLocaltimezone = 'UTC'; $wgMainCacheType = CACHE_NONE; $wgEnableEmail = false; $wgDefaultSkin = 'vector-2022';\n",
  );
  const mine = talks.filter((talk) => talk.lang === lang);
  must('php', ['maintenance/edit.php', '-u', 'admin', '-s', 'seed', WORDS[lang].page], {
    cwd: root,
    input: mine.map(written).join(''),
  });
  start('php', ['-d', 'date.timezone=UTC', '-S', `127.0.0.1:${port}`, '-t', root], join(folder, 'php.log'), {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
  });
  const url = `${home}/index.php?title=${encodeURIComponent(WORDS[lang].page)}`;
  await waitFor(answers(url), `MediaWiki in ${lang}`);
  const user = encodeURIComponent(WORDS[lang].user);
  return {
    url,
    truth: mine.flatMap((talk) =>
      talk.posts.map((post) => ({
        ...post,
        profile: new RegExp(`title=${user}:${post.handle[0].toUpperCase()}${post.handle.slice(1)}`),
        // No element of its own, so no address of its own: the page, or the section it stands in.
        permalink: new RegExp(`^${home.replaceAll('.', '\\.')}/index\\.php\\?title=[^&]+`),
        precision: 60_000,
      })),
    ),
  };
}

/** @param {string} folder */
export async function startMediaWiki(folder) {
  needPackages(['mediawiki', 'php-cli', 'php-sqlite3', 'php-mbstring', 'php-xml', 'php-intl']);
  const wikis = [await startWiki(join(folder, 'es'), 'es'), await startWiki(join(folder, 'en'), 'en')];
  return { urls: wikis.map(({ url }) => url), truth: wikis.flatMap(({ truth }) => truth) };
}
