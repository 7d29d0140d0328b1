/** What `npm start` and `npm test` need before anything else. Plain Node: it runs before the dependencies are there. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const isWindows = process.platform === 'win32';

function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Tertulia needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** Installs exactly what the lockfile says, unless that is already there. */
export function ensureDependencies() {
  ensureNode();
  const installed = join(root, 'node_modules/.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  if (existsSync(installed) && sameVersions(installed, lock)) return;
  console.log('Installing dependencies …');
  // Install scripts are not needed: the packages that have one (esbuild) ship their binary as a package. Not `npm ci`: it
  // refuses a lockfile without the binaries of other platforms, which not every registry holds. Versions are the lockfile's.
  const done = spawnSync(
    'npm',
    ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: isWindows,
    },
  );
  if (done.status === 0) return;
  console.error(
    'The dependencies could not be installed: check the connection to your npm registry and run this again.',
  );
  process.exit(1);
}

/** A fresh checkout gives the lockfile a new date: what counts is whether the versions differ. */
function sameVersions(installedFile, lockFile) {
  const versions = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  const installed = versions(installedFile);
  return Object.entries(versions(lockFile)).every(
    ([path, entry]) => path === '' || entry.optional || entry.peer || installed[path]?.version === entry.version,
  );
}

/**
 * Runs a command in the project's root; resolves with its exit code and everything it printed.
 * @param {string} command a binary of node_modules/.bin, or one on the PATH
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet keeps the output back
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const local = join(root, 'node_modules/.bin', command + (isWindows ? '.cmd' : ''));
    const child = spawn(existsSync(local) ? local : command, args, {
      cwd: root,
      // Colours only where somebody looks: in a log they are noise, and it is cut sooner.
      env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: '0' }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
