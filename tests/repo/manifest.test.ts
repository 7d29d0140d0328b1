/** What is asked of the user at install, exactly. Reads the production build. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const file = join(import.meta.dirname, '../../.output/chrome-mv3/manifest.json');

describe.skipIf(!existsSync(file))('manifest (needs `npm run build`)', () => {
  const manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};

  it('asks for nothing more at install', () => {
    expect([...manifest.permissions].sort()).toEqual(
      ['storage', 'unlimitedStorage', 'sidePanel', 'activeTab', 'scripting', 'contextMenus', 'alarms'].sort(),
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

  it('runs only what ships and connects to nothing', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('speaks in the language of the browser', () => expect(manifest.default_locale).toBe('en'));
});
