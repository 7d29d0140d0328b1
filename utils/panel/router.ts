/** Where in the panel one is: the address after `#`. Every screen has one, so that a page, a popup or a key can open it. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PostKey, State, ThreadKey } from '../core/post';

export type DeskTab = State;

export type Route =
  | { screen: 'desk'; tab: DeskTab }
  | { screen: 'thread'; thread: ThreadKey; post: PostKey | null }
  | { screen: 'themes' }
  | { screen: 'theme'; id: string }
  | { screen: 'pulse' }
  | { screen: 'letter' }
  | { screen: 'people' }
  | { screen: 'ties' }
  | { screen: 'search'; query: string }
  | { screen: 'person'; id: string }
  /** `part`: one figure with the conversations behind it, or `rehearse`; null: the whole. */
  | { screen: 'ready'; part: string | null };

export const TABS: readonly DeskTab[] = ['open', 'waiting', 'snoozed', 'done'];

/** An address nobody knows leads to the desk. */
export function parseRoute(hash: string): Route {
  const [screen = '', first = '', second = ''] = hash.replace(/^#\/?/, '').split('/').map(decode);
  switch (screen) {
    case 'thread':
      return first ? { screen, thread: first, post: second || null } : { screen: 'desk', tab: 'open' };
    case 'theme':
    case 'person':
      return first ? { screen, id: first } : { screen: screen === 'theme' ? 'themes' : 'people' };
    case 'themes':
    case 'pulse':
    case 'letter':
    case 'people':
    case 'ties':
      return { screen };
    case 'search':
      return { screen, query: first };
    case 'ready':
      return { screen, part: first || null };
    default:
      return { screen: 'desk', tab: TABS.find((tab) => tab === first) ?? 'open' };
  }
}

export function hrefOf(route: Route): string {
  switch (route.screen) {
    case 'desk':
      return route.tab === 'open' ? '#/desk' : `#/desk/${route.tab}`;
    case 'thread':
      return `#/thread/${encode(route.thread)}${route.post ? `/${encode(route.post)}` : ''}`;
    case 'theme':
    case 'person':
      return `#/${route.screen}/${encode(route.id)}`;
    case 'search':
      return route.query ? `#/search/${encode(route.query)}` : '#/search';
    case 'ready':
      return route.part ? `#/ready/${encode(route.part)}` : '#/ready';
    default:
      return `#/${route.screen}`;
  }
}

/** The section of the head a screen belongs to. */
export function sectionOf(route: Route): 'desk' | 'themes' | 'people' | 'ready' {
  if (route.screen === 'ready') return 'ready';
  if (['themes', 'theme', 'pulse', 'letter'].includes(route.screen)) return 'themes';
  if (['people', 'person', 'ties'].includes(route.screen)) return 'people';
  return 'desk';
}

export interface Router {
  readonly route: ReadonlySignal<Route>;
  /** Where `back` leads: the screen visited before, or the list this one belongs to. Null on a list opened directly. */
  readonly from: ReadonlySignal<Route | null>;
  go(route: Route): void;
  back(): void;
}

export function openRouter(window: Window, ends: AbortSignal): Router {
  const visited = signal<readonly Route[]>([]);
  const route = signal(parseRoute(window.location.hash));
  let returning = false;
  window.addEventListener(
    'hashchange',
    () => {
      visited.value = returning ? visited.value.slice(0, -1) : [...visited.value, route.value];
      returning = false;
      route.value = parseRoute(window.location.hash);
    },
    { signal: ends },
  );
  const from = computed(() => visited.value[visited.value.length - 1] ?? listOf(route.value));
  const go = (to: Route) => {
    window.location.hash = hrefOf(to);
  };
  return {
    route,
    from,
    go,
    back() {
      if (visited.value.length > 0) {
        returning = true;
        window.history.back();
      } else if (from.value) go(from.value);
    },
  };
}

/** The list a screen belongs to; null for a list. */
function listOf(route: Route): Route | null {
  switch (route.screen) {
    case 'thread':
      return { screen: 'desk', tab: 'open' };
    case 'theme':
    case 'pulse':
    case 'letter':
      return { screen: 'themes' };
    case 'person':
    case 'ties':
      return { screen: 'people' };
    case 'ready':
      return route.part ? { screen: 'ready', part: null } : null;
    default:
      return null;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Keys hold slashes (a host, a path): each part of the address is one key. */
function encode(part: string): string {
  return encodeURIComponent(part);
}
