/**
 * People's words as Markdown that shows exactly those words, and does nothing else: no HTML, no pictures, no
 * wiki links, no template or query block of a note-taking program (a note's content has run code in one; docs/decisions).
 */
import { isolated } from '../core/hidden';
import { inItsLines, oneLine, safeLink } from './plain-text';

/**
 * Signs that begin something. The first set wherever it stands (`[[`, `{{`, `$$` are made of it); the rest only in
 * company: `%%`, `<%`, `==`, `&amp;`, `key:: value`, `:name:`, and the dots and colons that readers turn into links.
 */
const SIGN =
  /[\\`*_{}[\]<>#|~$^@]|%(?=[%>}])|(?<=[%<{])%|=(?==)|(?<==)=|&(?=[#A-Za-z])|:(?=:|\/\/|[\w+-]+:)|(?<=:):|(?<=www)\./gi;
/** What begins a block at the start of a line: lists, rules, headings under a line, numbered lists. */
const BLOCK = /^(?:[-+=:]|(\d{1,9})(?=[.)]))/;
/** A link plain enough to leave one. */
const LINK = /https?:\/\/[A-Za-z0-9][A-Za-z0-9\-._~/?#@!&'()+,;=%:]*[A-Za-z0-9/=]/g;
const NO_BREAK_SPACE = '\u00a0';

const escapeInline = (text: string) => text.replace(SIGN, '\\$&');
const escapeStart = (line: string) =>
  line.replace(BLOCK, (start, digits?: string) => (digits ? `${start}\\` : `\\${start}`));

/** Text between links escaped; plain links kept as `<link>`, so that they can be followed. */
function escapeWithLinks(text: string): string {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(LINK)) {
    const link = match[0];
    if (/::|%%|==/.test(link) || safeLink(link) === null) continue;
    out += `${escapeInline(text.slice(from, match.index))}<${link}>`;
    from = match.index + link.length;
  }
  return out + escapeInline(text.slice(from));
}

function escapeLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)![0];
  // Blanks at the start would make a code block; as no-break spaces they only look like what was written.
  const lead = indent.replaceAll('\t', '    ').replaceAll(' ', NO_BREAK_SPACE);
  const rest = escapeWithLinks(line.slice(indent.length).trimEnd());
  return lead + escapeStart(rest);
}

/** A text of several lines as lines of Markdown: every line break kept, paragraphs apart. */
export function markdownLines(text: string): string[] {
  const lines = inItsLines(text)
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : escapeLine(line)));
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines.at(-1) === '') lines.pop();
  // Two spaces at the end: a line break within a paragraph, in every reader.
  return lines.map((line, i) => (line !== '' && lines[i + 1] ? `${line}  ` : line));
}

/** A name, title or tag within a line. */
export function markdownInline(text: string): string {
  return isolated(escapeStart(escapeInline(oneLine(text))));
}

/** A link with its words; the words alone where the address is not http(s). */
export function markdownLink(words: string, url: string | null | undefined): string {
  const link = safeLink(url);
  if (link === null) return markdownInline(words);
  const address = link.replace(/[\\<>()[\]{}`|^"' ]|%%|::|==/g, (part) =>
    [...part].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return `[${markdownInline(words)}](<${address}>)`;
}

/**
 * A value of the front matter: a YAML double-quoted string, which JSON's is, with every sign escaped that some reader
 * of Markdown would run or that YAML 1.1 would take for a line break.
 */
export function frontMatterValue(value: string | number | null): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return JSON.stringify(oneLine(value)).replace(
    /:(?=:)|[<>{}[\]%`~$#&*!|\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
