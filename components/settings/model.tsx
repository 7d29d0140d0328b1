/** A model that drafts: none, the browser's own, or an address of the user's. Off until somebody wants it. */
import { useId } from 'preact/hooks';
import { type ModelSettingsModel, problemOf } from '../../utils/panel/model-settings';
import { t } from '../../utils/text/t';
import { Button } from '../ui/button';
import { Field } from '../ui/fields';
import { Icon } from '../ui/icon';

const USES = ['off', 'builtIn', 'endpoint'] as const;

export function ModelSection({ model }: { model: ModelSettingsModel }) {
  const settings = model.settings.value;
  const builtIn = model.builtIn.value;
  const name = useId();
  return (
    <>
      <h3 class="h sub" id="settings-model">
        {t('modelTitle')}
      </h3>
      <p class="meta">{t('modelHelp')}</p>
      <fieldset class="choices">
        <legend class="sr">{t('modelTitle')}</legend>
        {USES.map((use) => (
          <label key={use}>
            <input
              type="radio"
              class="check"
              name={name}
              checked={settings.use === use}
              disabled={use === 'builtIn' && builtIn === 'unavailable' && settings.use !== use}
              onChange={() => model.change({ use })}
            />
            <span>
              {t(`modelUse_${use}`)}
              {use === 'builtIn' && builtIn ? <span class="meta"> {t(`modelBuiltIn_${builtIn}`)}</span> : null}
            </span>
          </label>
        ))}
      </fieldset>
      {settings.use === 'endpoint' ? <EndpointFields model={model} /> : null}
    </>
  );
}

function EndpointFields({ model }: { model: ModelSettingsModel }) {
  const settings = model.settings.value;
  const problem = problemOf(settings.url);
  const tried = model.tried.value;
  const ready = settings.url.trim() !== '' && !problem;
  return (
    <div class="inset">
      <Field
        label={t('modelAddress')}
        value={settings.url}
        placeholder="http://localhost:11434/v1"
        onInput={(url) => model.change({ url })}
        help={t('modelAddressHelp')}
        fault={problem ? t(`modelAddress_${problem}`) : undefined}
        maxLength={2_000}
      />
      <div class="pair">
        <Field
          label={t('modelName')}
          value={settings.model}
          onInput={(value) => model.change({ model: value })}
          maxLength={200}
        />
        <KeyField value={settings.key} onInput={(key) => model.change({ key })} />
      </div>
      <div class="buttons">
        {tried.kind === 'trying' ? (
          <Button onClick={model.stop}>{t('stop')}</Button>
        ) : (
          <Button disabled={!ready} onClick={model.tryIt}>
            {t('modelTry')}
          </Button>
        )}
      </div>
      <div role="status">
        {tried.kind === 'trying' ? <p class="meta">{t('modelTrying')}</p> : null}
        {tried.kind === 'answered' ? (
          <p class="two">
            <Icon name="check" />
            <span class="grow">{t('modelAnswers')}</span>
          </p>
        ) : null}
        {tried.kind === 'failed' ? (
          <p class="two">
            <Icon name="info" />
            <span class="grow">{t(`model_${tried.fault}`, hostIn(settings.url))}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

/** Not to be read over a shoulder, nor offered to be remembered. */
function KeyField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label class="label" htmlFor={id}>
        {t('modelKey')}
      </label>
      <input
        id={id}
        class="box"
        type="password"
        autocomplete="off"
        value={value}
        aria-describedby={`${id}-help`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="meta" id={`${id}-help`}>
        {t('modelKeyHelp')}
      </p>
    </div>
  );
}

function hostIn(url: string): string {
  return url.replace(/^[a-z]+:\/\//i, '').split('/')[0] ?? '';
}
