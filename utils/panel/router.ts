/** Where in the panel one is: the address after `#`. Every screen has one, so that a page, a popup or a key can open it. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PostKey, State, ThreadKey } from '../core/post';

export type DeskTab = State;

export type Route =
  | { screen: 'desk'; tab: DeskTab }
  | { screen: 'thread'; thread: ThreadKey; post: PostKey | null }
  | { screen: 'themes' }
  | { screen: 'theme'; id: string }
  | { screen: 'people' }
  | { screen: 'person'; id: string };

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
    case 'people':
      return { screen };
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
    default:
      return `#/${route.screen}`;
  }
}

/** The section of the head a screen belongs to. */
export function sectionOf(route: Route): 'desk' | 'themes' | 'people' {
  if (route.screen === 'themes' || route.screen === 'theme') return 'themes';
  if (route.screen === 'people' || route.screen === 'person') return 'people';
  return 'desk';
}

export interface Router {
  readonly route: ReadonlySignal<Route>;
  go(route: Route): void;
  /** To where one was; from a screen opened directly, to the list it belongs to. */
  back(): void;
  /** Whether `back` leads to a screen visited before. */
  readonly depth: ReadonlySignal<number>;
}

export function openRouter(window: Window, ends: AbortSignal): Router {
  const route = signal(parseRoute(window.location.hash));
  const depth = signal(0);
  let returning = false;
  window.addEventListener(
    'hashchange',
    () => {
      depth.value = returning ? Math.max(0, depth.value - 1) : depth.value + 1;
      returning = false;
      route.value = parseRoute(window.location.hash);
    },
    { signal: ends },
  );
  const go = (to: Route) => {
    window.location.hash = hrefOf(to);
  };
  return {
    route,
    depth,
    go,
    back() {
      const here = route.value;
      if (depth.value > 0) {
        returning = true;
        window.history.back();
      } else if (here.screen === 'theme') go({ screen: 'themes' });
      else if (here.screen === 'person') go({ screen: 'people' });
      else if (here.screen !== 'desk') go({ screen: 'desk', tab: 'open' });
    },
  };
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
