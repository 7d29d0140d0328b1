import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../components/settings/settings';
import { Welcome } from '../../components/welcome/welcome';
import { DEFAULT_ALERTS } from '../../utils/core/settings';
import { commonSites } from '../../utils/panel/common-sites';
import { watchProblems } from '../../utils/panel/watch-trial';
import { speakSpanish } from '../text/speech';
import { aCopies, aDrafting, aKept, aLettingGo, aModel, aReading, NOW, PATTERN, reply } from './options-models';
import { pressable, settled, show, type } from './show';

function open(model = aModel(), kept = aKept(), copies = aCopies(), lettingGo = aLettingGo(), reading = aReading()) {
  const onReport = vi.fn(async () => {});
  const onTry = vi.fn(async (query: string) => ({
    problems: watchProblems(query),
    found: query ? { posts: 0, of: 3000, latest: null } : null,
  }));
  const page = () => (
    <SettingsPage
      model={model}
      kept={kept}
      copies={copies}
      lettingGo={lettingGo}
      space={{ space: signal(undefined), fault: signal(null), weigh: async () => {}, keepLasting: async () => {} }}
      trust={{ trust: signal(undefined) }}
      onReset={() => {}}
      drafting={aDrafting()}
      alerts={{
        alerts: signal(DEFAULT_ALERTS),
        denied: signal(false),
        turnOn: vi.fn(),
        turnOff: vi.fn(),
        change: vi.fn(),
      }}
      reading={reading}
      now={NOW}
      version="0.1.0"
      sites={commonSites()}
      onTry={onTry}
      onReport={onReport}
    />
  );
  return { root: show(page()), model, kept, onReport, onTry, page };
}

const submit = (form: Element | null | undefined) =>
  form!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
const switchOf = (root: ParentNode, words: string) =>
  [...root.querySelectorAll('.switch')].find((one) => one.textContent?.includes(words))!.querySelector('input')!;

describe('settings', () => {
  it('say what is so, in sentences and figures', () => {
    const words = open().root.textContent!;
    for (const said of [
      'half read: 19 of 31 · 1,204 posts · 90 days · 3',
      'The time is missing in 12.',
      '1,980 posts, 212 people',
      '11 MB',
      'Has left this machine',
      '/aid · en · used 3 times',
    ]) {
      expect(words).toContain(said);
    }
  });

  it('leave no word out in Spanish', () => {
    speakSpanish();
    const root = show(open().page());
    expect(root.textContent).not.toMatch(/\b(site|kept|reply|watch|us|look|settings|erase|popup)[A-Z_]\w+/);
    expect(root.textContent).toContain('se lee a medias: 19 de 31');
  });

  it('a switch shows what is so, not what was pressed', async () => {
    const { root, model } = open();
    const input = switchOf(root, 'foro.example');
    input.click();
    expect(model.pause).toHaveBeenCalledWith(PATTERN);
    expect(input.checked).toBe(true);
  });

  it('forgetting takes a typed word, and nothing else will do', async () => {
    const { root, kept } = open();
    pressable(root, 'Forget this site').click();
    await settled();
    const form = root.querySelector('.site-row form.inset');
    submit(form);
    expect(kept.forgetSites).not.toHaveBeenCalled();
    type(form!.querySelector('input'), ' Forget ');
    await settled();
    submit(form);
    expect(kept.forgetSites).toHaveBeenCalledWith('foro.example', ['foro.example'], PATTERN);
  });

  it('copies a report and says so', async () => {
    const { root, onReport } = open();
    pressable(root, 'Copy a report').click();
    await settled();
    expect(onReport).toHaveBeenCalledOnce();
    expect(root.textContent).toContain('Copied: selectors and counts, nothing of anybody.');
  });

  it('a watch is checked where the mistake stands, and tried', async () => {
    const { root, model, onTry } = open();
    pressable(root, 'Listen for something else').click();
    await settled();
    const field = root.querySelector('form.inset input')!;
    type(field, 'junta after:2026-13');
    await new Promise((done) => setTimeout(done, 450));
    await settled();
    expect(onTry).toHaveBeenCalled();
    expect(root.querySelector('.said mark')?.textContent).toBe('after:2026-13');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(root.textContent).toContain('None of the last 3,000 posts says so.');
    submit(root.querySelector('form.inset'));
    expect(model.saveWatch).toHaveBeenCalledWith({ name: '', query: 'junta after:2026-13' });
  });

  it('a saved reply shows how it will look, and is kept with its words by language', async () => {
    const { root, model } = open();
    [...root.querySelectorAll<HTMLElement>('.links .link')]
      .find((one) => one.textContent?.startsWith('Change'))!
      .click();
    await settled();
    expect(root.querySelector('.looks-like')?.textContent).toBe('Hi Carmen, which letter, batch letter?');
    const language = [...root.querySelectorAll('select')].find((one) => one.querySelector('option[value="es"]'))!;
    language.value = 'es';
    language.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    type(root.querySelector('textarea[lang="es"]'), 'Hola, {nombre}.');
    await settled();
    submit(root.querySelector('.reply-body')!.closest('form'));
    expect(model.saveReply).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'r',
        bodies: { en: reply.bodies.en, es: 'Hola, {nombre}.' },
        intents: ['problem'],
      }),
    );
  });
});

describe('welcome', () => {
  const welcome = (model = aModel(), onStart = vi.fn()) => {
    const page = () => <Welcome model={model} common={commonSites()} tabs={[]} onStart={onStart} />;
    return { root: show(page()), model, onStart, page };
  };

  it('asks the browser in the click of a switch', () => {
    const { root, model } = welcome();
    const [first] = commonSites();
    switchOf(root, first!.name).click();
    expect(model.listen).toHaveBeenCalledWith(first!.pattern);
  });

  it('takes names as they are typed, with or without their @', async () => {
    const { root, model } = welcome();
    type(root.querySelector('input[autocomplete=organization]'), 'Lumbre, , Lumbre Coffee');
    expect(model.setBrands).toHaveBeenCalledWith(['Lumbre', 'Lumbre Coffee']);
    pressable(root, 'Another name').click();
    await settled();
    type(root.querySelector('form.inset input'), '@mateo@taza.social');
    await settled();
    submit(root.querySelector('form.inset'));
    expect(model.addAccount).toHaveBeenCalledWith({ handle: 'mateo@taza.social', site: null });
  });

  it('takes a site by its address, and says what is none', async () => {
    const { root, model } = welcome();
    pressable(root, 'Another site').click();
    await settled();
    const form = root.querySelector('form.inset')!;
    type(form.querySelector('input'), 'no');
    await settled();
    submit(form);
    await settled();
    expect(root.textContent).toContain('That is no address of a site.');
    type(form.querySelector('input'), 'foro.example.org/t/1');
    await settled();
    submit(form);
    expect(model.listen).toHaveBeenCalledExactlyOnceWith('https://foro.example.org/*');
  });

  it('starts: opens the desk in the click, and says what to do next by name', async () => {
    const { root, model, onStart } = welcome();
    pressable(root, 'Start listening').click();
    expect(onStart).toHaveBeenCalledOnce();
    await settled();
    expect(model.change).toHaveBeenCalled();
    expect(root.textContent).toContain('Open foro.example and read as always.');
  });
});

describe('reading between the lines, in the settings', () => {
  it('says how much could not be told, lists what was put right, and takes it back', async () => {
    const row = {
      correction: {
        id: 'tone|foro.example:1',
        postKey: 'foro.example:1',
        label: 'tone' as const,
        was: 'unsure' as const,
        to: 'negative' as const,
        at: NOW,
        textHash: 'x',
      },
      post: null,
    };
    const reading = aReading({ corrections: signal([row]), share: signal({ posts: 200, untold: 30 }) });
    const { root } = open(aModel(), aKept(), aCopies(), aLettingGo(), reading);
    const section = root.querySelector('[aria-labelledby=settings-reading]')!;
    expect(section.textContent).toContain('Of the last 200 messages, the tone of 30 (15%) cannot be told.');
    expect(section.textContent).toContain('Tone: from “not told” to “negative tone”');
    pressable(section as HTMLElement, 'Take back').click();
    await settled();
    expect(reading.takeBack).toHaveBeenCalledExactlyOnceWith(row);
  });
});
