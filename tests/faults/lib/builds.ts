/** Builds that differ from the tested one in their manifest alone. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { E2E_BUILD } from '../../e2e/lib/browser.mjs';

interface Manifest {
  version: string;
  permissions: string[];
}

/** A copy of the build with another manifest; the caller removes the folder. */
export function variant(change: (manifest: Manifest) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tertulia-build-'));
  cpSync(E2E_BUILD, folder, { recursive: true });
  rewriteManifest(folder, change);
  return folder;
}

export function rewriteManifest(folder: string, change: (manifest: Manifest) => void): void {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
}
