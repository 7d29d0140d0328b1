/** The processes of one browser, found by its profile folder, so that nobody else's are ever touched. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Ids of the browser's processes: the main one carries the profile, the others name it or descend from who does. */
export function processesOf(profile: string): number[] {
  const parents = new Map<string, string>();
  const main: string[] = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (commandLine(pid).includes(`--user-data-dir=${profile}`)) main.push(pid);
    try {
      const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /);
      parents.set(pid, after.split(' ')[1] ?? '');
    } catch {
      // It ended while we looked.
    }
  }
  const all = new Set(main);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (all.has(parent) && !all.has(pid)) {
        all.add(pid);
        grew = true;
      }
    }
  }
  return [...all].map(Number);
}

export function signalAll(profile: string, signal: NodeJS.Signals): number {
  let told = 0;
  for (const pid of processesOf(profile)) {
    try {
      process.kill(pid, signal);
      told += 1;
    } catch {
      // It ended by itself.
    }
  }
  return told;
}

/** As a power switch would, but for what the kernel still holds. The profile can be opened again afterwards. */
export async function killBrowser(profile: string): Promise<void> {
  signalAll(profile, 'SIGKILL');
  for (let i = 0; i < 100 && processesOf(profile).length > 0; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    signalAll(profile, 'SIGKILL');
  }
  unlock(profile);
}

/** Chromium refuses a profile whose lock a dead browser left behind. */
export function unlock(profile: string): void {
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(profile, name), { force: true });
}
