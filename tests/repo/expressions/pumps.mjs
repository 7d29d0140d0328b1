/**
 * Texts made to be slow for one expression: what it repeats, repeated, after what leads there and before what it does not
 * want. The parts are read off the expression itself.
 */
import { RegExpParser } from '@eslint-community/regexpp';

const parser = new RegExpParser({ ecmaVersion: 2025 });

/** A character a set holds; several are tried, since no set is empty of all. */
const TRIED = ['a', '0', ' ', '-', '.', '/', '<', '\t', 'ñ', '_', '!', '\n', '€', '\u0301', '🙂'];
function oneOf(node) {
  try {
    const set = new RegExp(`^${node.raw}$`, 'u');
    return TRIED.find((sign) => set.test(sign)) ?? 'a';
  } catch {
    const set = new RegExp(`^${node.raw}$`);
    return TRIED.find((sign) => set.test(sign)) ?? 'a';
  }
}

/** A short text that the part accepts, as far as that can be told without trying. */
function sample(node, way = 0) {
  switch (node.type) {
    case 'Pattern':
    case 'Group':
    case 'CapturingGroup':
      return sample(node.alternatives[way % node.alternatives.length], way);
    case 'Alternative':
      return node.elements.map((element) => sample(element, way)).join('');
    case 'Quantifier':
      return sample(node.element, way).repeat(node.min || (node.max > 0 ? 1 : 0));
    case 'Character':
      return String.fromCodePoint(node.value);
    case 'CharacterClass':
    case 'CharacterSet':
    case 'ExpressionCharacterClass':
      return oneOf(node);
    default:
      return '';
  }
}

/** What stands before a part in its own sequence, and in those around it. */
function before(node) {
  let text = '';
  for (let inner = node; inner.parent; inner = inner.parent)
    if (inner.parent.type === 'Alternative') {
      const { elements } = inner.parent;
      text = elements.slice(0, elements.indexOf(inner)).map((element) => sample(element)).join('') + text; // biome-ignore format: one step
    }
  return text;
}

function* quantifiers(node) {
  if (node.type === 'Quantifier') {
    if (node.max >= 20) yield node;
    yield* quantifiers(node.element);
  } else if (node.type === 'Alternative') for (const element of node.elements) yield* quantifiers(element);
  else if (node.alternatives) for (const alternative of node.alternatives) yield* quantifiers(alternative);
}

const parsed = (source, flags) =>
  parser.parsePattern(source, 0, source.length, { unicode: /[uv]/.test(flags), unicodeSets: flags.includes('v') });

/** @returns {{ lead: string, pump: string, end: string }[]} */
export function pumpsFor(source, flags) {
  const pattern = parsed(source, flags);
  const found = new Map();
  const add = (lead, pump) => {
    if (pump !== '')
      for (const end of ['\u0000', '\n!']) found.set(`${lead}\u0001${pump}\u0001${end}`, { lead, pump, end });
  };
  for (const part of quantifiers(pattern)) {
    const lead = before(part);
    for (const way of [0, 1]) {
      const body = sample(part.element, way);
      add(lead, body);
      add('', lead + body);
      add(lead, `${body} `);
    }
    add('', lead);
  }
  if (found.size > 0) add('', sample(pattern));
  return [...found.values()].slice(0, 60);
}

/** Whether anything in it may come so often that time could grow faster than the text. */
export const repeats = (source, flags) => !quantifiers(parsed(source, flags)).next().done;
