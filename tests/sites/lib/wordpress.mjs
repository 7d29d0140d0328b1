/**
 * Debian's WordPress over PHP's own server. Two things old blogs do are switched on: sessions in addresses, and emoji as images
 * that are words only in their `alt`.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { talks } from './posts.mjs';
import { answers, freePort, must, needPackages, start, waitFor } from './run.mjs';

export const THEMES = ['twentytwentyone', 'twentytwentythree'];

const OLD_HABITS = `<?php
if (PHP_SAPI !== 'cli') { session_start(); add_filter('comment_text', 'wp_staticize_emoji', 40); }
`;

const SEED = `<?php
[, $root, $file, $out, $host] = $argv; $_SERVER['HTTP_HOST'] = $host; define('WP_INSTALLING', true);
require "$root/wp-load.php"; require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Cuaderno de pruebas', 'editora', 'editora@example.test', false, '', 'Zx9-hogaza-44');
foreach (get_comments() as $sample) wp_delete_comment($sample, true);
foreach (['thread_comments' => 1, 'thread_comments_depth' => 10, 'page_comments' => 0, 'permalink_structure' => '', 'comment_order' => 'asc',
  'show_avatars' => 0] as $name => $value) update_option($name, $value);
$made = [];
foreach (json_decode(file_get_contents($file), true) as $talk) {
  $article = wp_insert_post(['post_title' => $talk['title'], 'post_content' => '<p>Hablemos de ello.</p>', 'post_status' => 'publish', 'post_author' => 1, 'comment_status' => 'open']);
  $ids = [];
  foreach ($talk['posts'] as $post) {
    $date = gmdate('Y-m-d H:i:s', intdiv($post['at'], 1000));
    $ids[$post['n']] = wp_insert_comment(wp_slash(['comment_post_ID' => $article, 'comment_author' => $post['name'], 'comment_author_url' => 'https://' . $post['handle'] . '.example/',
      'comment_author_email' => $post['handle'] . '@example.test', 'comment_content' => str_replace('<3', '&lt;3', $post['text']), 'comment_parent' => $post['answers'] ? $ids[$post['answers']] : 0,
      'comment_date' => $date, 'comment_date_gmt' => $date, 'comment_approved' => 1]));
  }
  $made[] = ['url' => get_permalink($article), 'ids' => $ids];
}
file_put_contents($out, json_encode($made));
`;

/**
 * @param {string} folder
 * @param {{ port: number }} database
 * @returns {Promise<{ useTheme(name: string): void, urls: string[], truth: import('./truth.mjs').Truth[] }>}
 */
export async function startWordPress(folder, database) {
  needPackages([
    'wordpress',
    ...THEMES.map((name) => `wordpress-theme-${name}`),
    'php-cli',
    'php-mysql',
    'php-mbstring',
    'php-xml',
    'php-gd',
  ]);
  const root = join(folder, 'www');
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync('/usr/share/wordpress/.', root, { recursive: true, dereference: true });
  mkdirSync(join(root, 'wp-content/mu-plugins'), { recursive: true });
  writeFileSync(join(root, 'wp-content/mu-plugins/old-habits.php'), OLD_HABITS);
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'u',
    DB_PASSWORD: 'p',
    DB_HOST: `127.0.0.1:${database.port}`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: home,
    WP_SITEURL: home,
  };
  const switches = ['WP_HTTP_BLOCK_EXTERNAL', 'AUTOMATIC_UPDATER_DISABLED', 'DISABLE_WP_CRON'];
  writeFileSync(
    join(root, 'wp-config.php'),
    `<?php
${Object.entries(constants)
  .map(([name, value]) => `define('${name}', '${value}');`)
  .join('\n')}
${switches.map((name) => `define('${name}', true);`).join('\n')}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`,
  );
  const file = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const made = join(folder, 'made.json');
  must('php', [
    '-d',
    'error_reporting=1',
    file('seed.php', SEED),
    root,
    file('talks.json', JSON.stringify(talks)),
    made,
    `127.0.0.1:${port}`,
  ]);
  const session = ['use_trans_sid=1', 'use_only_cookies=0', 'use_cookies=0', `trans_sid_hosts=127.0.0.1:${port}`];
  start(
    'php',
    [
      ...['date.timezone=UTC', 'display_errors=0', ...session.map((one) => `session.${one}`)].flatMap((one) => [
        '-d',
        one,
      ]),
      ...['-S', `127.0.0.1:${port}`, '-t', root],
    ],
    join(folder, 'php.log'),
    { env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } },
  );
  const { default: articles } = await import(made, { with: { type: 'json' } });
  const theme = file(
    'theme.php',
    '<?php [, $root, $host, $skin] = $argv; $_SERVER[\'HTTP_HOST\'] = $host; require "$root/wp-load.php"; switch_theme($skin);',
  );
  await waitFor(answers(`${home}/readme.html`), 'WordPress');
  return {
    useTheme: (name) => void must('php', ['-d', 'error_reporting=1', theme, root, `127.0.0.1:${port}`, name]),
    urls: articles.map(({ url }) => url),
    truth: talks.flatMap((talk, i) =>
      talk.posts.map((post) => {
        const { url, ids } = articles[i];
        return {
          ...post,
          nativeId: `comment-${ids[post.n]}`,
          parentId: post.answers ? `comment-${ids[post.answers]}` : null,
          profile: `https://${post.handle}.example/`,
          // What the page links to: the address of the comment, as WordPress writes it.
          permalink: new RegExp(`^${url.replace(/[?.]/g, '\\$&')}(?:&cpage=1)?#comment-${ids[post.n]}$`),
          precision: 1_000,
        };
      }),
    ),
  };
}
