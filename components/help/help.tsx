/** Help inside: what each screen is for, a tour of two minutes, what is new. Nothing of it is fetched. */
import '../settings/settings.css';
import { t } from '../../utils/text/t';

const SCREENS = ['popup', 'desk', 'thread', 'themes', 'people', 'ready', 'settings'] as const;
const TOUR = [1, 2, 3, 4, 5, 6, 7] as const;
const NEWS = [1, 2, 3] as const;

export function Help({ version }: { version: string }) {
  return (
    <main class="settings">
      <p class="masthead">{t('appName')}</p>
      <h1 class="title xl">{t('helpTitle')}</h1>
      <section class="section" aria-labelledby="help-tour">
        <h2 class="h" id="help-tour">
          {t('tourTitle')}
        </h2>
        <ol class="steps">
          {TOUR.map((step) => (
            <li key={step}>{t(`tour_${step}`)}</li>
          ))}
        </ol>
      </section>
      <section class="section" aria-labelledby="help-screens">
        <h2 class="h" id="help-screens">
          {t('helpFor')}
        </h2>
        <dl class="help-screens">
          {SCREENS.map((screen) => (
            <div key={screen}>
              <dt>{t(`help_${screen}`)}</dt>
              <dd>{t(`help_${screen}For`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section class="section" aria-labelledby="help-news">
        <h2 class="h" id="help-news">
          {t('newsTitle')}
        </h2>
        <p class="meta">{t('newsVersion', version)}</p>
        <ul class="steps">
          {NEWS.map((line) => (
            <li key={line}>{t(`news_${line}`)}</li>
          ))}
        </ul>
      </section>
      <p class="section">
        <a href="#settings">{t('helpBack')}</a>
      </p>
    </main>
  );
}
