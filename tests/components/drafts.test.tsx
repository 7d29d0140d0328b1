import { afterEach, describe, expect, it, vi } from 'vitest';
import { Drafts, type DraftsProps } from '../../components/replies/drafts';
import type { Draft, Suggestions } from '../../utils/core/draft';
import type { PutState } from '../../utils/panel/put';
import { press, pressable, settled, show, type } from './show';

const NOW = new Date('2026-11-22T12:00').getTime();
const gapped = 'Hi Bram, which lot is it? It starts with [batch letter].';
const OWN: Draft = {
  id: 'own',
  text: 'Hi Bram. Turning auto-dim off keeps it on.',
  source: { kind: 'ownWords', pair: 'p', to: 'Odette Marsh', at: new Date(2026, 10, 15).getTime(), outcome: 'thanked' },
  blanks: [],
  lang: 'en',
  promise: { words: 'I will write on Thursday', due: new Date(2026, 10, 26).getTime() },
};
const SAVED: Draft = {
  id: 'saved',
  text: gapped,
  source: { kind: 'saved', reply: 's', name: 'First aid' },
  blanks: [{ start: gapped.indexOf('['), end: gapped.indexOf(']') + 1, name: 'batch letter' }],
  lang: 'en',
};

const put = vi.fn();
const copy = vi.fn();
afterEach(() => {
  put.mockReset();
  copy.mockReset();
});

function drafts(suggestions: Suggestions, over: Partial<DraftsProps> = {}) {
  return show(
    <Drafts
      state={{ kind: 'ready', suggestions, hrefs: new Map([['p', '#/thread/t/p']]) }}
      now={NOW}
      site="Pedaleo"
      picked={null}
      put={null}
      onPick={() => undefined}
      onPut={put}
      onCopy={copy}
      onGoToPage={() => undefined}
      onAgain={() => undefined}
      {...over}
    />,
  );
}
const state = (kind: PutState['kind']) => ({ draft: 'own', state: { kind } as PutState });

describe('drafts', () => {
  it('say where each comes from before its words', () => {
    const page = drafts({ drafts: [OWN, SAVED], advice: null });
    expect(page.querySelector('h2')?.textContent).toBe('Two ways to answer');
    const [own, saved] = page.querySelectorAll('.source');
    expect(own?.textContent).toBe('Your own words · from what you wrote to Odette Marsh on 15 Nov; they thanked you');
    expect(own?.querySelector('a')?.getAttribute('href')).toBe('#/thread/t/p');
    expect(saved?.textContent).toBe('Saved reply · “First aid” · one thing missing');
  });

  it('put the words exactly as they stand, and have no button that sends', () => {
    const page = drafts({ drafts: [OWN], advice: null });
    pressable(page, 'Put in the reply box').click();
    expect(put).toHaveBeenCalledWith('own', OWN.text);
    expect(page.textContent).toContain('You send it, on the site.');
    expect([...page.querySelectorAll('button')].some((one) => /\bsend\b/i.test(one.textContent ?? ''))).toBe(false);
  });

  it('give the main button to the best one only', () => {
    const page = drafts({ drafts: [OWN, SAVED], advice: null });
    expect(page.querySelectorAll('.button.main')).toHaveLength(1);
  });

  it('never put a blank: they ask first, one field each, then put it filled', async () => {
    const page = drafts({ drafts: [SAVED], advice: null });
    expect(page.querySelector('.blank')?.textContent).toContain('batch letter');
    pressable(page, 'Fill in and put').click();
    await settled();
    expect(put).not.toHaveBeenCalled();
    const field = page.querySelector('.blanks input');
    expect(document.activeElement).toBe(field);
    expect(page.textContent).toContain('Still missing: batch letter');
    type(field, 'F');
    await settled();
    expect(page.querySelector('.draft-words')?.textContent).toBe('Hi Bram, which lot is it? It starts with F.');
    pressable(page, 'Put in the reply box').click();
    expect(put).toHaveBeenCalledWith('saved', 'Hi Bram, which lot is it? It starts with F.');
  });

  it('are the human’s own once edited, and can be as they were', async () => {
    const page = drafts({ drafts: [SAVED], advice: null });
    pressable(page, 'Edit').click();
    await settled();
    type(page.querySelector('textarea'), 'Just call us.');
    await settled();
    pressable(page, 'Put in the reply box').click();
    expect(put).toHaveBeenCalledWith('saved', 'Just call us.');
    pressable(page, 'As it was').click();
    await settled();
    expect(page.querySelector('.draft-words')?.textContent).toContain('Hi Bram, which lot is it?');
  });

  it('copy what they show', () => {
    pressable(drafts({ drafts: [OWN], advice: null }), 'Copy').click();
    expect(copy).toHaveBeenCalledWith(OWN.text);
  });

  it('say how much of what the site takes they are, aloud once it is too much', () => {
    const fits = drafts({ drafts: [OWN], advice: null }, { limit: 300 });
    expect(fits.querySelector('.length')?.textContent).toBe('42 of 300 characters');
    expect(fits.querySelector('.length')?.hasAttribute('role')).toBe(false);
    const over = drafts({ drafts: [OWN], advice: null }, { limit: 40 });
    expect(over.querySelector('.length.over')?.getAttribute('role')).toBe('status');
    expect(drafts({ drafts: [OWN], advice: null }, { limit: null }).querySelector('.length')).toBeNull();
  });

  it('say what they promise', () => {
    expect(drafts({ drafts: [OWN], advice: null }).textContent).toContain(
      'Promises something for 26 Nov: “I will write on Thursday”',
    );
  });

  it('stay closed behind the advice where silence is better', () => {
    const page = drafts({ drafts: [OWN], advice: 'heated' });
    expect(page.querySelector('.say')?.textContent).toContain('Tempers are up');
    expect(page.querySelector('details')?.open).toBe(false);
    expect(page.querySelector('.button.main')).toBeNull();
  });

  it('say that the words are in the box, and who sends', () => {
    const page = drafts({ drafts: [OWN], advice: null }, { put: state('inserted') });
    expect(page.querySelector('.put-result')?.textContent).toBe(
      'It is in your reply box on Pedaleo. Read it once more; you send it.',
    );
  });

  it.each([
    ['noTab', 'The page is not open.'],
    ['noBox', 'its reply box is not'],
    ['refused', 'took no words'],
  ] as const)('say why not and offer the page: %s', (kind, words) => {
    const page = drafts({ drafts: [OWN], advice: null }, { put: state(kind) });
    expect(page.querySelector('.put-result')?.textContent).toContain(words);
    expect(pressable(page, 'Go to the page')).toBeTruthy();
  });

  it('keep hostile text as text, in the words, the name and the blank', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const text = `[${evil}]`;
    const page = drafts({
      advice: null,
      drafts: [
        {
          ...SAVED,
          text,
          blanks: [{ start: 0, end: text.length, name: evil }],
          source: { kind: 'saved', reply: 's', name: evil },
        },
      ],
    });
    expect(page.querySelector('img')).toBeNull();
    expect(page.querySelector('.source')?.textContent).toContain(evil);
  });

  it('are picked by Enter in a field as by the button', async () => {
    const page = drafts({ drafts: [SAVED], advice: null });
    pressable(page, 'Fill in and put').click();
    await settled();
    type(page.querySelector('.blanks input'), 'G');
    await settled();
    page.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(put).toHaveBeenCalledOnce();
    press('Escape');
  });
});
