/** Starts programs that a test needs, and ends them again: each by its own process group, none by name. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';

/** Installs Debian packages that are missing. */
export function needPackages(names) {
  const missing = names.filter((name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status !== 0);
  if (missing.length === 0) return;
  console.log(`Installing ${missing.join(', ')} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
  if (!apt(...install) && !(apt('update', '-qq') && apt(...install)))
    throw new Error(`apt could not install ${missing}`);
}

/** Runs a program to its end and gives what it printed. */
export function must(command, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 120_000,
    maxBuffer: 1 << 26,
    ...options,
  });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ').slice(0, 200)}: ${error?.message ?? `${stderr}${stdout}`.slice(-2000)}`);
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Leaves a program running until `endAll`; what it says goes to `log`. */
export function start(command, args, log, options = {}) {
  const out = openSync(log, 'w');
  const child = spawn(command, args, { detached: true, stdio: ['ignore', out, out], ...options });
  closeSync(out);
  running.add(child);
  child.on('exit', () => running.delete(child));
}

/** Ends what was started; what does not go by itself is made to. */
export async function endAll() {
  const left = [...running];
  for (const child of left) end(child, 'SIGTERM');
  await waitFor(() => running.size === 0, 'programs to end', 5_000).catch(() => undefined);
  for (const child of running) end(child, 'SIGKILL');
}

function end({ pid }, signal) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // Gone by itself.
  }
}

/** A port of this machine that nobody uses. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until `ready` gives true. */
export async function waitFor(ready, what, timeout = 60_000) {
  const end = Date.now() + timeout;
  while (!(await (async () => ready())().catch(() => false))) {
    if (Date.now() > end) throw new Error(`waited ${timeout / 1000} s for ${what}`);
    await new Promise((done) => setTimeout(done, 300));
  }
}

export const answers = (url) => () => fetch(url, { signal: AbortSignal.timeout(5_000) }).then(({ ok }) => ok);
