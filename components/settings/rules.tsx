/** "If … then …": rules, tried on what is stored before they hold for what comes. */
import { useEffect, useState } from 'preact/hooks';
import type { Rule } from '../../utils/core/desk';
import type { RuleDraft, RulesModel, RuleTrial } from '../../utils/panel/rules';
import { number } from '../../utils/text/numbers';
import { excerpt } from '../../utils/text/spans';
import { plural, t } from '../../utils/text/t';
import { TagField } from '../notes/tag-field';
import { Button, IconButton } from '../ui/button';
import { Name } from '../ui/byline';
import { Field, Select, Switch } from '../ui/fields';
import { Icon } from '../ui/icon';
import { StoreTrouble } from '../ui/store-trouble';
import { Words } from '../ui/words';
import { Mistake } from './watches';

const NEW = 'new';
const STATES = ['none', 'open', 'snoozed', 'done'] as const;
const NOBODY = '';

export function RulesSection({ model }: { model: RulesModel }) {
  const rules = model.rules.value;
  const [editing, setEditing] = useState<string | null>(null);
  if (!rules) return null;
  const form = (rule?: Rule) => (
    <RuleForm
      rule={rule}
      model={model}
      onCancel={() => setEditing(null)}
      onSave={(draft, keys) => {
        setEditing(null);
        void model.save(draft, keys);
      }}
    />
  );
  return (
    <>
      <p class="meta">{t('rulesHelp')}</p>
      {model.fault.value ? <StoreTrouble kind={model.fault.value} /> : null}
      <ul class="list">
        {rules.map((rule) => (
          <li key={rule.id}>
            {editing === rule.id ? (
              form(rule)
            ) : (
              <RuleRow rule={rule} model={model} onEdit={() => setEditing(rule.id)} />
            )}
          </li>
        ))}
      </ul>
      {editing === NEW ? (
        form()
      ) : (
        <button type="button" class="action from-edge" onClick={() => setEditing(NEW)}>
          <Icon name="plus" />
          {t('ruleAnother')}
        </button>
      )}
    </>
  );
}

function RuleRow({ rule, model, onEdit }: { rule: Rule; model: RulesModel; onEdit: () => void }) {
  const name = rule.name || rule.query;
  const touched = model.touched.value.get(rule.id) ?? 0;
  const isWrong = model.problems(rule.query).length > 0;
  return (
    <div class="two middle">
      <div class="grow">
        <Switch
          word={<Name>{name}</Name>}
          meta={
            <>
              {rule.name ? (
                <span class="block">
                  <Name>{rule.query}</Name>
                </span>
              ) : null}
              <span class="block">→ {consequences(rule).join(' · ')}</span>
              {isWrong ? <span class="block">{t('ruleWrong')}</span> : null}
              {touched > 0 ? <span class="block">{plural('ruleTouched', touched)}</span> : null}
            </>
          }
          on={rule.on}
          onTurn={(on) => void model.turn(rule, on)}
        />
      </div>
      <IconButton icon="note" label={t('watchEdit', name)} onClick={onEdit} />
      <IconButton icon="close" label={t('usRemove', name)} onClick={() => void model.drop(rule)} />
    </div>
  );
}

/** What it does, in words. */
function consequences({ tags, state, assignee, pin, alert }: Rule): string[] {
  return [
    ...(tags ?? []).map((tag) => `#${tag}`),
    ...(state ? [t(`ruleState_${state}`)] : []),
    ...(assignee ? [t('careFor', assignee)] : []),
    ...(pin ? [t('careOnTop')] : []),
    ...(alert ? [t('ruleSaid')] : []),
  ];
}

interface RuleFormProps {
  rule: Rule | undefined;
  model: RulesModel;
  onSave: (draft: RuleDraft, keys?: string[]) => void;
  onCancel: () => void;
}

/** A trial walks some thousand posts: it waits until typing rests. */
const REST_MS = 350;

function RuleForm({ rule, model, onSave, onCancel }: RuleFormProps) {
  const [name, setName] = useState(rule?.name ?? '');
  const [query, setQuery] = useState(rule?.query ?? '');
  const [tags, setTags] = useState(rule?.tags ?? []);
  const [half, setHalf] = useState('');
  const [state, setState] = useState<(typeof STATES)[number]>(rule?.state ?? 'none');
  const [assignee, setAssignee] = useState(rule?.assignee ?? NOBODY);
  const [pin, setPin] = useState(rule?.pin ?? false);
  const [alert, setAlert] = useState(rule?.alert ?? false);
  const [trial, setTrial] = useState<RuleTrial | null>(null);

  const word = half.replace(/^#/, '').trim();
  const allTags = word && !tags.includes(word) ? [...tags, word] : tags;
  const draft: RuleDraft = {
    name,
    query,
    tags: allTags,
    ...(rule && { id: rule.id }),
    ...(state !== 'none' && { state }),
    ...(assignee !== NOBODY && { assignee }),
    ...(pin && { pin }),
    ...(alert && { alert }),
  };
  const asked = JSON.stringify({ ...draft, name: '' });

  useEffect(() => {
    const ends = new AbortController();
    // What was found for something else is not what would be touched.
    setTrial(null);
    const timer = setTimeout(() => {
      model.tryOut(JSON.parse(asked) as RuleDraft, ends.signal).then(
        (result) => ends.signal.aborted || setTrial(result),
        () => undefined,
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      ends.abort();
    };
  }, [asked, model]);

  const mistake = query.trim() ? model.problems(query)[0] : undefined;
  const does = allTags.length > 0 || state !== 'none' || assignee !== NOBODY || pin || alert;
  const isReady = query.trim() !== '' && !mistake && does;
  const keys = isReady ? (trial?.found?.keys ?? []) : [];
  const members = model.ours.value;
  return (
    <form
      class="inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onSave(draft);
      }}
    >
      <Field
        label={t('ruleIf')}
        value={query}
        onInput={setQuery}
        maxLength={2000}
        help={t('ruleIfHelp')}
        fault={mistake ? <Mistake query={query} mistake={mistake} /> : undefined}
      />
      <fieldset class="rule-then">
        <legend class="label">{t('ruleThen')}</legend>
        <TagField tags={tags} known={model.tags.value} onChange={setTags} onHalf={setHalf} />
        <div class="pair">
          <Select
            label={t('ruleState')}
            value={state}
            options={STATES.map((value) => ({ value, word: t(`ruleState_${value}`) }))}
            onChange={setState}
          />
          {members.length > 0 ? (
            <Select
              label={t('assignTo')}
              value={assignee}
              options={[
                { value: NOBODY, word: t('assignNobody') },
                ...members.map((handle) => ({ value: handle, word: handle })),
              ]}
              onChange={setAssignee}
            />
          ) : null}
        </div>
        <Switch word={t('carePin')} on={pin} onTurn={setPin} />
        <Switch word={t('ruleAlert')} meta={t('ruleAlertHelp')} on={alert} onTurn={setAlert} />
      </fieldset>
      <Field label={t('ruleName')} value={name} onInput={setName} maxLength={80} />
      <div role="status">
        {!isReady ? null : trial?.found ? <Touched found={trial.found} /> : <p class="meta">{t('searching')}</p>}
      </div>
      <div class="buttons">
        <Button type="submit" disabled={!isReady}>
          {t('save')}
        </Button>
        {keys.length > 0 ? (
          <Button onClick={() => onSave(draft, keys)}>{plural('ruleSaveApply', keys.length)}</Button>
        ) : null}
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** The dry run: what it would have touched, the newest by their words. */
function Touched({ found }: { found: NonNullable<RuleTrial['found']> }) {
  if (found.keys.length === 0) return <p>{t('ruleTrialNone', number(found.of))}</p>;
  const rest = found.keys.length - found.first.length;
  return (
    <>
      <p>{plural('ruleTrial', found.keys.length, number(found.of))}</p>
      <ul class="list ruled rule-trial">
        {found.first.map((post) => (
          <li key={post.key}>
            <span class="meta">
              <Name>{post.author.name}</Name>
            </span>
            <Words text={post.text} lang={post.lang} size="sm" ranges={excerpt(post.text, [], 120)} />
          </li>
        ))}
      </ul>
      {rest > 0 ? <p class="meta">{plural('ruleTrialMore', rest)}</p> : null}
    </>
  );
}
