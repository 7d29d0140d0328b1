/** Three hundred payloads in every field of the formats that no browser opens: cells stay text, the network stays well formed. */
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { toCsv } from '../../utils/exporting/csv';
import { TieCollector, toGraphml } from '../../utils/exporting/graphml';
import { toXlsx } from '../../utils/exporting/xlsx';
import { PAYLOADS } from '../e2e/lib/payloads';
import { anExport, aPost, options } from './sample';

const posts = PAYLOADS.map((text, i) =>
  aPost(String(i + 1), {
    text,
    url: text,
    author: { name: text, handle: text, url: text },
    authorKey: `x:${i}${text}`,
  }),
);

it('CSV: one row each, and no cell begins like a formula', () => {
  const rows = parse(toCsv(anExport(posts), options), { bom: true }) as string[][];
  expect(rows).toHaveLength(PAYLOADS.length + 1);
  expect(rows.flat().filter((cell) => /^[\s\p{Cf}"]*[=+\-@|%＝＋－＠]/u.test(cell))).toEqual([]);
});

it('XLSX: no formula, no link', async () => {
  const files = unzipSync(new Uint8Array(await (await toXlsx([anExport(posts)], options)).arrayBuffer()));
  const xml = Object.entries(files).filter(([path]) => path.includes('worksheets/')).map(([, bytes]) => strFromU8(bytes)).join(''); // biome-ignore format: one step
  expect(xml).toContain('<row');
  expect(xml).not.toMatch(/<f[\s>]|<hyperlink/);
});

it('GraphML: nothing but its own elements', () => {
  const ties = new TieCollector();
  ties.add(posts);
  const tags = [...toGraphml(ties).matchAll(/<\/?([^\s>/?]+)/g)].map(([, tag]) => tag);
  expect([...new Set(tags)].sort()).toEqual(
    ['?xml', 'data', 'graph', 'graphml', 'key', 'node'].filter((tag) => tag !== '?xml'),
  );
});
