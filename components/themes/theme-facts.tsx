/** How a theme is said: in which tone and whether that changes, in which languages. Each figure opens its posts. */
import type { ToneLabel } from '../../utils/core/reading';
import type { Slice } from '../../utils/panel/theme-page';
import type { ThemePage } from '../../utils/panel/themes';
import { toneLine } from '../../utils/panel/tone-line';
import { plural, t } from '../../utils/text/t';
import { LinkButton } from '../ui/button';
import { ToneLine } from '../ui/tone-line';
import { languageName } from './sentences';

export interface FactsProps {
  view: ThemePage;
  now: number;
  onSlice: (slice: Slice) => void;
}

export function Facts({ view, now, onSlice }: FactsProps) {
  if (view.posts.length === 0) return null;
  return (
    <section class="section" aria-labelledby="theme-how">
      <h2 class="h" id="theme-how">
        {t('themeHow')}
      </h2>
      <ul class="theme-facts">
        {view.tone.shares.map(({ tone, posts }) => (
          <li key={tone ?? 'untold'}>
            <LinkButton onClick={() => onSlice({ by: 'tone', tone })}>{plural('themePosts', posts)}</LinkButton>{' '}
            {toneWord(tone)}
          </li>
        ))}
      </ul>
      <ToneOverTime view={view} now={now} onSlice={onSlice} />
      {view.tone.change ? <p class="meta theme-tone">{t(`themeTone_${view.tone.change}`)}</p> : null}
      <ul class="theme-facts">
        {view.langs.map(({ lang, posts }) => (
          <li key={lang ?? 'unknown'}>
            <LinkButton onClick={() => onSlice({ by: 'lang', lang })}>{plural('themePosts', posts)}</LinkButton>{' '}
            {langWord(lang)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function ToneOverTime({ view, now, onSlice }: FactsProps) {
  const line = toneLine(view.posts.map((post) => ({ at: post.at, tone: view.tones.get(post.key) ?? null })));
  return line ? (
    <ToneLine
      view={line}
      now={now}
      onPosts={({ from, to }, tone) => onSlice({ by: 'step', from, to, ...(tone && { tone }) })}
    />
  ) : null;
}

export const toneWord = (tone: ToneLabel | null) => t(tone ? `themeIsTone_${tone}` : 'themeIsTone_untold');
export const langWord = (lang: string | null) => (lang ? t('themeInLang', languageName(lang)) : t('themeInNoLang'));
