import { describe, expect, it } from 'vitest';
import { Byline } from '../../components/ui/byline';
import { Marks, markId } from '../../components/ui/marks';
import { Debt, Tally } from '../../components/ui/tally';
import { Words } from '../../components/ui/words';
import { DAY } from '../../utils/text/dates';
import { show } from './show';

const HOSTILE = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned=1">',
  '"><svg onload=alert(1)>',
  '{{constructor.constructor("return 1")()}}',
  'javascript:alert(1)',
  '&lt;b&gt;&amp;#60;',
];

describe('words of people', () => {
  it.each(HOSTILE)('stay text: %s', (text) => {
    const page = show(<Words text={text} lang={text} />);
    expect(page.textContent).toBe(text);
    expect(page.querySelectorAll('script, img, svg, a')).toHaveLength(0);
  });

  it.each([
    ['\u202egnp.exe\u202c', ['RLO', 'PDF'], 'gnp.exe'],
    ['Ad\u200bmin', ['ZWSP'], 'Admin'],
    ['\u2066Marta\u2069', ['LRI', 'PDI'], 'Marta'],
    ['Marta Ríos', [], 'Marta Ríos'],
  ])('show in a name what hides there: %j', (name, hidden, seen) => {
    const who = show(<Byline id="a" name={name} />).querySelector('.who');
    const chips = [...(who?.querySelectorAll('.hidden-char') ?? [])];
    expect(chips.map((chip) => chip.textContent)).toEqual(hidden);
    for (const chip of chips) chip.remove();
    expect(who?.textContent).toBe(seen);
  });

  it.each(HOSTILE)('stay text in a name: %s', (name) => {
    const page = show(<Byline id={name} name={name} href={`#/person/${encodeURIComponent(name)}`} phrase={name} />);
    expect(page.querySelector('.who')?.textContent).toBe(name);
    expect(page.querySelectorAll('script, img, svg')).toHaveLength(0);
    expect(page.querySelector('a')?.getAttribute('href')).toMatch(/^#\/person\//);
  });

  it('are isolated in direction and carry their language', () => {
    const bdi = show(<Words text="مرحبا" lang="ar" />).querySelector('bdi');
    expect(bdi?.getAttribute('dir')).toBe('auto');
    expect(bdi?.getAttribute('lang')).toBe('ar');
  });

  it('show what hides or turns the text around', () => {
    const page = show(<Words text={'photo\u202egnp.exe'} />);
    expect(page.querySelector('.hidden-char')?.textContent).toBe('RLO');
    expect(page.textContent).not.toContain('\u202e');
  });

  it('are underlined where the reading says so, each with the word that says why', () => {
    const page = show(
      <>
        <Words
          text="Is it broken? Help."
          spans={[
            { start: 0, end: 13, for: 'question' },
            { start: 14, end: 19, for: 'needsReply' },
          ]}
          markId={(name) => (name === 'question' ? markId('p', name) : undefined)}
        />
        <Marks marks={[{ name: 'question', word: 'question', line: 'ask' }]} idPrefix="p" />
      </>,
    );
    const [first, second] = page.querySelectorAll('mark');
    expect(first?.textContent).toBe('Is it broken?');
    expect(page.querySelector(`#${first?.getAttribute('aria-describedby')}`)?.textContent).toBe('question');
    expect(second?.hasAttribute('aria-describedby')).toBe(false);
    expect(page.querySelector('.words')?.textContent).toBe('Is it broken? Help.');
  });

  it('say "…" where something is left out, and nowhere else', () => {
    const text = 'Long beginning. Middle. Could you call?';
    const ranges = [
      { start: 0, end: 15 },
      { start: 24, end: 39 },
    ];
    expect(show(<Words text={text} ranges={ranges} />).textContent).toBe('Long beginning. … Could you call?');
    expect(show(<Words text={text} />).textContent).toBe(text);
    expect(show(<Words text={text} ranges={ranges.slice(0, 1)} />).textContent).toBe('Long beginning.…');
  });
});

describe('waiting', () => {
  const strokes = (days: number) =>
    show(<Tally days={days} />)
      .querySelector('path')
      ?.getAttribute('d')
      ?.split('M').length;

  it('is a stroke a day, ten at most, none before the first', () => {
    expect([0, 1, 3, 5, 10, 400].map((days) => (strokes(days) ?? 1) - 1)).toEqual([0, 1, 3, 5, 10, 10]);
  });

  it('turns to ink from the third day', () => {
    const now = 50 * DAY;
    expect(show(<Debt since={now - 2 * DAY} now={now} />).querySelector('.debt.long')).toBeNull();
    expect(show(<Debt since={now - 3 * DAY} now={now} />).querySelector('.debt.long')?.textContent).toContain('3 days');
  });

  it('of a moment to come is no wait', () => {
    expect(show(<Debt since={1_000_000} now={0} />).textContent).toMatch(/^1 min/);
  });
});
