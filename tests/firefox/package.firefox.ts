/** What is sent to Firefox's store is what its linter accepts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../run/setup.mjs';

const build = join(root, '.output/firefox-mv3');

/**
 * The store asks every extension to say what data it collects, with a key that Firefox knows since 140 (Android: 142). We
 * support 128, which ignores it: leaving it out is a warning too, so these two are the fewest there can be.
 */
const UNAVOIDABLE = ['KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION', 'KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION'];

interface Message {
  code: string;
  file?: string;
  message: string;
}

describe('the package for Firefox', () => {
  it('has nothing for the linter of its store to say', () => {
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/addons-linter'), ['--output', 'json', build], {
      encoding: 'utf8',
    });
    const said = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Record<'errors' | 'warnings' | 'notices', Message[]>;
    expect(said.errors).toEqual([]);
    expect(said.notices).toEqual([]);
    expect(said.warnings.map(({ code }) => code).sort()).toEqual(UNAVOIDABLE);
    expect(said.warnings.every(({ message }) => message.includes('not supported'))).toBe(true);
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
