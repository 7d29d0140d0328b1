/** The popup in a tab of its own, told that it stands on a page of the community. */

/**
 * What the capture script of that page would say.
 * @param {Record<string, any[]>} rows from the seed
 * @param {string} threadKey
 */
export function glanceAt(rows, threadKey, health = {}) {
  const posts = rows.posts.filter((post) => post.threadKey === threadKey);
  const { site, url } = posts[0];
  const keys = posts.map((post) => post.key);
  return {
    url,
    granted: true,
    glance: {
      site,
      siteName: site,
      adapter: 'discourse',
      verified: '2026-10-01',
      listening: true,
      health: {
        site,
        adapter: 'discourse',
        at: Date.now(),
        onPage: keys.length,
        read: keys.length,
        missing: {},
        faults: 0,
        ...health,
      },
      keys,
    },
  };
}

/** Runs in the popup before its own script. */
export function pretendTab({ url, glance, granted }) {
  chrome.tabs.query = async () => [{ id: 1, windowId: 1, active: true, url, title: '' }];
  chrome.tabs.sendMessage = async () => (glance ? { value: glance } : undefined);
  if (granted !== undefined) chrome.permissions.contains = async () => granted;
}
