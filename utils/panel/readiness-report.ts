/** The figures on one page, to print or to send: the words of the screen, without the conversations. */
import { markdownInline } from '../exporting/markdown-text';
import { escapeHtml } from '../exporting/plain-text';
import { type ExportedFile, fileName } from '../exporting/write';
import { currentLocale, t } from '../text/t';
import type { Check, ReadinessView } from './readiness';
import { hoursSentence, periodWords, type Sentence, sentencesOf } from './readiness-words';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fbf8f1, #161412); --ink: light-dark(#211d18, #efe8dc); --quiet: light-dark(#6a6156, #a1978a); }
body { margin: 0 auto; max-width: 42rem; padding: 2rem 1.25rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font: 500 1.5rem/1.28 Charter, Georgia, serif; } h2 { font-size: .9375rem; margin-top: 1.5rem; border-top: 1px solid; padding-top: .75rem; }
li { margin-block: .375rem; } small { color: var(--quiet); display: block; } ul { padding-inline-start: 1.125rem; }
@media print { body { padding: 0; font-size: 10.5pt; } :root { color-scheme: light; } }`;

const said = ({ key, parts }: Sentence): string => t(key, ...parts);

function checkWord(check: Check): string {
  return check.kind === 'themeReply' ? t('check_themeReply', check.theme) : t(`check_${check.kind}`);
}

function hoursWords(view: ReadinessView): string {
  const sentence = hoursSentence(view);
  return [said(sentence), sentence.meta].filter(Boolean).join(' · ');
}

export function readinessReport(view: ReadinessView, as: 'markdown' | 'html'): ExportedFile {
  const text = as === 'html' ? html(view) : markdown(view);
  const extension = as === 'html' ? 'html' : 'md';
  const mime = as === 'html' ? 'text/html' : 'text/markdown';
  return { name: fileName(t('readyTitle'), view.now, extension), mime: `${mime};charset=utf-8`, text };
}

function markdown(view: ReadinessView): string {
  const row = (sentence: Sentence) =>
    `- ${markdownInline(said(sentence))}${sentence.meta ? `  \n  ${markdownInline(sentence.meta)}` : ''}`;
  return `${[
    `# ${markdownInline(t('readyTitle'))}`,
    '',
    markdownInline(`${periodWords(view)} · ${t('readySeenHere')}`),
    '',
    `## ${markdownInline(t('readyHow'))}`,
    '',
    ...sentencesOf(view).map(row),
    '',
    `## ${markdownInline(t('readyWhen'))}`,
    '',
    markdownInline(hoursWords(view)),
    '',
    `## ${markdownInline(t('readyList'))}`,
    '',
    ...view.checks.map((check) => `- [${check.done ? 'x' : ' '}] ${markdownInline(checkWord(check))}`),
  ].join('\n')}\n`;
}

function html(view: ReadinessView): string {
  const row = (sentence: Sentence) =>
    `<li>${escapeHtml(said(sentence))}${sentence.meta ? `<small>${escapeHtml(sentence.meta)}</small>` : ''}</li>`;
  return `${[
    '<!doctype html>',
    `<html lang="${escapeHtml(currentLocale())}">`,
    '<head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(t('readyTitle'))}</title>`,
    `<style>${STYLE}</style></head>`,
    '<body>',
    `<h1>${escapeHtml(t('readyTitle'))}</h1>`,
    `<p><small>${escapeHtml(`${periodWords(view)} · ${t('readySeenHere')}`)}</small></p>`,
    `<h2>${escapeHtml(t('readyHow'))}</h2>`,
    `<ul>${sentencesOf(view).map(row).join('')}</ul>`,
    `<h2>${escapeHtml(t('readyWhen'))}</h2>`,
    `<p>${escapeHtml(hoursWords(view))}</p>`,
    `<h2>${escapeHtml(t('readyList'))}</h2>`,
    `<ul>${view.checks.map((check) => `<li>${check.done ? '☑' : '☐'} ${escapeHtml(checkWord(check))}</li>`).join('')}</ul>`,
    '</body></html>',
  ].join('\n')}\n`;
}
