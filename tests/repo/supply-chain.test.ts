/** What comes from others: only what is listed, checked, licensed to be used, and nothing that runs on its own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sbom } from './sbom';
import { FILE, lockfile, shipped, thirdParty } from './third-party';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packages = Object.entries(lockfile()).filter(([path]) => path !== '');

describe('the lockfile', () => {
  it('has the digest of every package, and no address: whoever installs uses a registry of their own', () => {
    const withoutDigest = packages.filter(([, entry]) => !entry.link && !entry.integrity?.startsWith('sha512-'));
    expect(withoutDigest.map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, entry]) => entry.resolved).map(([path]) => path)).toEqual([]);
  });

  it('agrees with package.json, where every version is exact', () => {
    const asked: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
    const own = lockfile()[''] as { dependencies: object; devDependencies: object };
    expect({ ...own.dependencies, ...own.devDependencies }).toEqual(asked);
    expect(Object.entries(asked).filter(([, version]) => !/^\d+\.\d+\.\d+/.test(version))).toEqual([]);
  });

  it('lets no install script run that is not named', () => {
    const allowed = Object.keys(manifest.allowScripts);
    const named = packages
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    // fsevents is Apple's, optional, and never installed elsewhere.
    expect(named.filter((name) => name !== 'fsevents' && !allowed.includes(name))).toEqual([]);
  });
});

describe('what ships', () => {
  it('is licensed to be used', () => {
    const open = /^\(?(MIT|BSD-[23]-Clause|0BSD|Apache-2\.0|ISC|MPL-2\.0|OFL-1\.1)\b/;
    expect(shipped().filter(({ licence }) => !open.test(licence))).toEqual([]);
  });

  it('is told by the bill of materials: each with version, licence and digest, and no address it was fetched from', () => {
    const { bomFormat, components, dependencies } = sbom();
    expect(bomFormat).toBe('CycloneDX');
    const names = (list: readonly { name: string; version: string }[]) =>
      list.map(({ name, version }) => `${name}@${version}`).sort();
    expect(names(components)).toEqual(names(shipped()));
    expect(components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length)).toEqual([]);
    const known = new Set(dependencies.map(({ ref }) => ref));
    expect(dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([]);
    expect(JSON.stringify(components)).not.toMatch(/\.tgz/);
  });

  it('is listed in THIRD-PARTY.md (else run `npm run third-party`)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(thirdParty());
  });
});

const build = join(root, '.output/chrome-mv3');
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

describe.skipIf(!existsSync(build))('the build (needs `npm run build`)', () => {
  const code = filesOf(build).filter((file) => /\.(js|html|css)$/.test(file));

  it('makes no code out of text', () => {
    const makers = /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|setTimeout\(\s*["'`]|document\.write\s*\(/;
    const found = code.filter((file) => makers.test(readFileSync(file, 'utf8'))).map((file) => relative(build, file));
    expect(found).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const loads =
      /(?:import\s*\(|importScripts\s*\(|@import\s+(?:url\()?|src=|<link[^>]+href=)\s*["'`]?(?:https?:)?\/\/[^"'`\s)]+/;
    for (const file of code) {
      expect(loads.exec(readFileSync(file, 'utf8'))?.[0], relative(build, file)).toBeUndefined();
    }
  });

  it('holds no file that is not code, text, font, picture or model', () => {
    const kinds = /\.(js|json|html|css|woff2|svg|png|bin)$/;
    expect(filesOf(build).filter((file) => !kinds.test(file))).toEqual([]);
  });
});
