import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { hrefOf, openRouter, parseRoute, type Route, sectionOf } from '../../utils/panel/router';
import { until } from './table';

let ends = new AbortController();
afterEach(() => {
  ends.abort();
  ends = new AbortController();
});

const key = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' });
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.record({ screen: fc.constant('desk' as const), tab: fc.constantFrom('open', 'waiting', 'snoozed', 'done') }),
  fc.record({ screen: fc.constant('thread' as const), thread: key, post: fc.option(key) }),
  fc.record({ screen: fc.constantFrom('theme' as const, 'person' as const), id: key }),
  fc.record({ screen: fc.constantFrom('themes' as const, 'people' as const) }),
);

describe('an address', () => {
  it('leads where it was made for, whatever the keys hold', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(hrefOf(route))).toEqual(route);
      }),
    );
  });

  it.each(['', '#', '#/', '#/nowhere', '#/thread', '#/desk/unheard', '#/thread/%E0%A4%A'])(
    '%s opens something',
    (hash) => {
      expect(['desk', 'thread']).toContain(parseRoute(hash).screen);
    },
  );

  it('belongs to a section of the head', () => {
    expect(sectionOf({ screen: 'thread', thread: 't', post: null })).toBe('desk');
    expect(sectionOf({ screen: 'theme', id: 'x' })).toBe('themes');
    expect(sectionOf({ screen: 'person', id: 'x' })).toBe('people');
  });
});

describe('going back', () => {
  it('leads to the list a screen belongs to when it was opened directly', async () => {
    window.location.hash = '#/person/a';
    const router = openRouter(window, ends.signal);
    expect(router.from.value).toEqual({ screen: 'people' });
    router.back();
    await until(() => expect(router.route.value).toEqual({ screen: 'people' }));
  });

  it('leads to the screen one came from', async () => {
    window.location.hash = '#/themes';
    await new Promise((resolve) => setTimeout(resolve, 5));
    const router = openRouter(window, ends.signal);
    router.go({ screen: 'thread', thread: 't', post: 'p' });
    await until(() => expect(router.route.value.screen).toBe('thread'));
    expect(router.from.value).toEqual({ screen: 'themes' });
  });

  it('leads nowhere from a list', () => {
    window.location.hash = '#/desk';
    expect(openRouter(window, ends.signal).from.value).toBeNull();
  });
});
