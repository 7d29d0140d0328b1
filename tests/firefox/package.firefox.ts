/** What is sent to Firefox's store is what its linter accepts. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/setup.mjs';

const build = join(root, '.output/firefox-mv3');

interface Message {
  code: string;
  file?: string;
  message: string;
}

/** What the linter of Firefox's store says of a package. */
function lint(path: string): Record<'errors' | 'warnings' | 'notices', Message[]> {
  const linter = join(root, 'node_modules/.bin/addons-linter');
  const { stdout } = spawnSync(linter, ['--output', 'json', path], { encoding: 'utf8' });
  return JSON.parse(stdout.slice(stdout.indexOf('{')));
}

describe('the package for Firefox', () => {
  it('has nothing for the linter of its store to say', () => {
    // What `npm run zip` makes differs in this one line (decision 14).
    const folder = mkdtempSync(join(tmpdir(), 'tertulia-store-'));
    try {
      cpSync(build, folder, { recursive: true });
      const file = join(folder, 'manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8'));
      manifest.browser_specific_settings.gecko.strict_min_version = '142.0';
      writeFileSync(file, JSON.stringify(manifest));
      expect(lint(folder)).toMatchObject({ errors: [], warnings: [], notices: [] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('built from source lacks only what Firefox 128 does not know', () => {
    const { errors, warnings } = lint(build);
    expect(errors).toEqual([]);
    expect(warnings.map(({ code }) => code).sort()).toEqual([
      'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
      'KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION',
    ]);
  });

  it('asks for what Firefox has, and reads no page unasked', () => {
    const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8'));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.browser_specific_settings.gecko.strict_min_version).toBe('128.0');
    expect(manifest.sidebar_action.default_panel).toBe('sidepanel.html');
    expect(manifest.background.scripts).toHaveLength(1);
    expect(manifest.permissions).not.toContain('sidePanel');
    for (const absent of [
      'host_permissions',
      'content_scripts',
      'web_accessible_resources',
      'key',
      'minimum_chrome_version',
    ])
      expect(manifest).not.toHaveProperty(absent);
  });
});
