import { describe, expect, it } from 'vitest';
import { covers, patternOf } from '../../utils/core/patterns';

describe('a pattern covers', () => {
  it.each([
    ['https://foro.example/*', 'https://foro.example/t/1?x#y', true],
    ['https://foro.example/*', 'https://www.foro.example/', false],
    ['https://foro.example/*', 'http://foro.example/', false],
    ['https://foro.example/*', 'https://foro.example:8443/', true],
    ['https://foro.example:8443/*', 'https://foro.example/', false],
    ['*://foro.example/*', 'http://foro.example/', true],
    ['https://*.foro.example/*', 'https://foro.example/', true],
    ['https://*.foro.example/*', 'https://a.b.foro.example/', true],
    ['https://*.foro.example/*', 'https://malforo.example/', false],
    ['https://*/*', 'https://anything.example/', true],
    ['<all_urls>', 'https://anything.example/', true],
    ['<all_urls>', 'chrome://settings', false],
    ['<all_urls>', 'nonsense', false],
    ['nonsense', 'https://foro.example/', false],
    ['', 'https://foro.example/', false],
  ])('%s %s: %s', (pattern, address, expected) => {
    expect(covers(pattern, address)).toBe(expected);
  });
});

describe('the pattern of a page', () => {
  it.each([
    ['https://foro.example/t/1', 'https://foro.example/*'],
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1/*'],
    ['chrome://settings', null],
    ['file:///home/a.html', null],
    ['nonsense', null],
  ])('%s', (address, expected) => {
    expect(patternOf(address)).toBe(expected);
    if (expected) expect(covers(expected, address)).toBe(true);
  });
});
