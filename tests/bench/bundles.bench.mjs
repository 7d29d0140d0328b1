/**
 * What is loaded into a page and into a panel, minified and gzipped, beside builds that npm gives: Defuddle whole, which is what
 * Obsidian's clipper puts into a page, and the client of Hypothesis, which annotates in pages. twitter-web-exporter and the clipper
 * itself publish no build there.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, run } from '../run/setup.mjs';
import { note } from './lib/report.mjs';

const HYPOTHESIS = 'hypothesis@1.1766.0';
const build = join(root, '.output/chrome-mv3');
if (!existsSync(build)) await run('wxt', ['build'], { quiet: true });

const weigh = (...files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024;
const files = (page) =>
  [...readFileSync(join(build, page), 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file]) =>
    join(build, file),
  );
function beside(what, ours, name, theirs) {
  note({
    what: `bundle: ${what}`,
    ours: `${ours.toFixed(1)} kB`,
    peer: `${name} ${theirs.toFixed(1)} kB`,
    ratio: theirs / ours,
  });
}

const capture = weigh(join(build, 'capture.js'));
const inPage = capture + weigh(join(build, 'marks.js'));
beside('what reads a page', capture, 'defuddle', weigh(join(root, 'node_modules/defuddle/dist/index.full.js')));

const folder = mkdtempSync(join(tmpdir(), 'tertulia-bundles-'));
try {
  execFileSync('npm', ['pack', '--silent', HYPOTHESIS], { cwd: folder, stdio: 'ignore' });
  const [packed] = readdirSync(folder);
  execFileSync('tar', ['xzf', packed], { cwd: folder });
  const scripts = join(folder, 'package/build/scripts');
  beside(
    'what reads and annotates a page',
    inPage,
    HYPOTHESIS.replace('@', ' '),
    weigh(join(scripts, 'annotator.bundle.js')),
  );
  beside(
    'the panel, without its worker',
    weigh(...files('sidepanel.html')),
    HYPOTHESIS.replace('@', ' '),
    weigh(join(scripts, 'sidebar.bundle.js')),
  );
} catch (reason) {
  console.log(`${HYPOTHESIS} could not be had: ${reason.message}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
