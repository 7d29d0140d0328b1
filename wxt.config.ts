import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { adapterFacts, readerFiles } from './utils/adapters/build.ts';

/**
 * Extension pages may run only what ships in the package. Every page narrows `connect-src` to `'self'` in its own markup; what is
 * left open here is for the one worker that asks a model the user set up (docs/decisions/0015).
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types tertulia',
].join('; ');

/** Public half of a key made for tests only: the same extension id for every end-to-end build, so a profile can be reopened. */
const e2eKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAmoCZuEx8Frdp1x+tBt7XwfnmFHQkLp4fdpSDeWQF1IZgyb0UxwObvHRNVgSLvRpkGID2/VTe0fG8nGag3vQzTkH7yXXhdEJxmiaGqVQImqFPHIHEzAJl2diTT/I5NHHldxfryrqs1JBJdUXuCj8JExd4BbAnlJWeb6Zhp/Bo8KT8sE1fUX1xCn03W/uSjT1krUimMTe+REkblf4zShjsYHzAlzseKiTm1+h54BfyM3GIbcsxBu2Q/jyqMvI2qnSwB77SC69JDQ0N1rWKL1fDuFtf1pL/HtHuw9ynb0Ce4Wa2PPTv2Gg1gIL22dLBe5Kp6vPOXNuO74FNpVR6jpg5mQIDAQAB';

/** Preact can set markup from a string. We never ask it to, and what cannot be done needs no watching (Firefox's linter agrees). */
function noMarkupFromStrings(): Plugin {
  const setter = /\b(\w+)\.innerHTML\s*=\s*(\w+)\.__html/;
  return {
    name: 'no-markup-from-strings',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(?:module\.js|mjs)$/.test(id.replaceAll('\\', '/').replace(/\?.*$/, '')))
        return undefined;
      if (!setter.test(code)) throw new Error('Preact sets innerHTML in another way now: see noMarkupFromStrings');
      return { code: code.replace(setter, 'void 0'), map: null };
    },
  };
}

// Builds for tests and benches are compiled as the one that ships is: WXT would take their mode's name for a kind of environment.
if (process.env.NODE_ENV !== 'development' && !process.env.VITEST) process.env.NODE_ENV = 'production';

/** The writer of spreadsheets packs large ones in a worker it makes from a text, which our policy forbids: it packs them where it is. */
function noWorkersFromTexts(): Plugin {
  return {
    name: 'no-workers-from-texts',
    enforce: 'pre',
    transform(code, id) {
      if (
        !/\/write-excel-file\/modules\/zip\/zipToArrayBuffer\.js$/.test(id.replaceAll('\\', '/').replace(/\?.*$/, ''))
      )
        return undefined;
      if (!code.includes("from 'fflate'"))
        throw new Error('write-excel-file packs in another way now: see noWorkersFromTexts');
      return {
        code: "import pack from './zipToArrayBufferSync.js';\nexport default (files) => Promise.resolve(pack(files));\n",
        map: null,
      };
    },
  };
}

export default defineConfig({
  imports: false,
  // The analysis worker loads each job's code when it is first asked for: only module workers can.
  vite: () => ({ plugins: [adapterFacts(), noMarkupFromStrings(), noWorkersFromTexts()], worker: { format: 'es' } }),
  hooks: {
    'vite:build:extendConfig': (_, config) => {
      if (config.define?.['process.env.NODE_ENV'])
        config.define['process.env.NODE_ENV'] = JSON.stringify(process.env.NODE_ENV);
    },
    // A site is one file here and one file there: a page loads the reader of its own site only.
    'build:publicAssets': async ({ config }, files) => {
      files.push(...(await readerFiles(config.mode, config.command === 'build')));
    },
  },
  manifestVersion: 3,
  manifest: ({ mode, browser }) => ({
    name: '__MSG_appName__',
    short_name: 'Tertulia',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    ...(browser !== 'firefox' && { minimum_chrome_version: '120' }),
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
    ],
    optional_permissions: ['notifications', 'downloads'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy },
    ...(['e2e', 'generic', 'bench'].includes(mode) && {
      host_permissions: ['<all_urls>'],
      ...(browser !== 'firefox' && { key: e2eKey }),
    }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'tertulia@tertulia.example',
          // Built from source it runs from 128 on. The store's linter wants those that know `data_collection_permissions`
          // (decision 14): what is zipped for it asks for them.
          strict_min_version: process.env.TERTULIA_STORE ? '142.0' : '128.0',
          // Asked for in the click that asks a model at an address of the user's, never before.
          data_collection_permissions: { required: ['none'], optional: ['personalCommunications', 'websiteContent'] },
        },
      },
    }),
  }),
});
