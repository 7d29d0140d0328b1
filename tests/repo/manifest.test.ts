/** What is asked of the user at install, exactly. Reads the production build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const file = join(build, 'manifest.json');

describe.skipIf(!existsSync(file))('manifest (needs `npm run build`)', () => {
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

  it('asks for nothing more at install', () => {
    expect([...manifest.permissions].sort()).toEqual(
      [
        'storage',
        'unlimitedStorage',
        'sidePanel',
        'activeTab',
        'scripting',
        'contextMenus',
        'alarms',
        'offscreen',
      ].sort(),
    );
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('asks for hosts, notifications and downloads only when the user wants them', () => {
    expect([...manifest.optional_permissions].sort()).toEqual(['downloads', 'notifications']);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
  });

  it('stays out of private windows', () => expect(manifest.incognito).toBe('not_allowed'));

  it('runs only what ships; pages connect to nothing', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    // Open for the worker that asks a model the user set up, over TLS or on this machine; each page closes it for itself.
    expect(policy).toContain("connect-src 'self' https: http://localhost:* http://127.0.0.1:*;");
    for (const page of readdirSync(build).filter((name) => name.endsWith('.html')))
      expect(readFileSync(join(build, page), 'utf8'), page).toMatch(
        /Content-Security-Policy" content="connect-src 'self'"/,
      );
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy.replace(/connect-src[^;]*/, '')).not.toMatch(/unsafe|https?:|\*/);
  });

  it('speaks in the language of the browser', () => expect(manifest.default_locale).toBe('en'));
});
