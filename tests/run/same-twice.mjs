/** Builds once more and compares with the build that is there: equal byte for byte, or the names of what differs. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root, run } from './setup.mjs';

const build = join(root, '.output/chrome-mv3');

function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

const kept = mkdtempSync(join(tmpdir(), 'tertulia-first-'));
try {
  cpSync(build, kept, { recursive: true });
  const { code, output } = await run('wxt', ['build'], { quiet: true });
  if (code !== 0) {
    console.log(output);
    process.exit(code);
  }
  const first = digests(kept);
  const second = digests(build);
  const differ = [...new Set([...first.keys(), ...second.keys()])].filter(
    (file) => first.get(file) !== second.get(file),
  );
  for (const file of differ) console.log(`differs: ${file}`);
  process.exitCode = differ.length ? 1 : 0;
} finally {
  rmSync(kept, { recursive: true, force: true });
}
