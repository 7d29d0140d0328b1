import { describe, expect, it } from 'vitest';
import { likenessesOf, looksLike } from '../../utils/core/look-alike';

const OURS = likenessesOf(['@almadia_bikes', 'ines_almadia', 'Farol', 'Almadía']);
const like = (handle: string | null, name = 'Somebody') => looksLike({ handle, name }, OURS);

describe('accounts that look like one of us', () => {
  it.each([
    ['almadia.bikes', 'almadia_bikes'],
    ['a1madia_bikes', 'almadia_bikes'],
    ['аlmadia_bikes', 'almadia_bikes'],
    ['almadiabikes', 'almadia_bikes'],
    ['almadiia_bikes', 'almadia_bikes'],
    ['@almadia_bíkes@mastodon.example', 'almadia_bikes'],
    ['ınes_almadia', 'ines_almadia'],
    ['іnes_almadia', 'ines_almadia'],
    ['4lmadia', 'Almadía'],
    ['ƒarol', 'Farol'],
    ['far0l', 'Farol'],
    ['AIrnadia', 'Almadía'],
  ])('%s is told from %s', (handle, ours) => expect(like(handle)).toBe(ours));

  it('by the name shown too, where there is no handle or another', () => {
    expect(like(null, 'Fаrol')).toBe('Farol');
    expect(like('somebody_else', 'Almadía')).toBe('Almadía');
    expect(like('somebody_else', 'Farol @ Madrid')).toBeNull();
  });

  it('names of two or three letters look like nobody', () => {
    expect(looksLike({ handle: 'ana', name: 'Ana' }, likenessesOf(['ana', 'tv', 'IT']))).toBeNull();
  });

  const FIRST = ['ana', 'maria', 'jon', 'leire', 'bram', 'chloe', 'tiago', 'giulia', 'nuria', 'hans', 'farida', 'almudena', 'faroles', 'farolillo']; // biome-ignore format: a list
  const LAST = ['ruiz', 'sanz', 'costa', 'smith', 'dupont', 'schmidt', 'rossi', 'silva', 'vidal', 'okafor', 'ibarra', 'bikes', 'madia', 'almadena', 'alma', 'dia']; // biome-ignore format: a list
  it('two hundred ordinary handles do not', () => {
    const handles = FIRST.flatMap((first) => LAST.map((last, i) => `${first}${['_', '.', '', '-'][i % 4]}${last}`));
    expect(handles.length).toBeGreaterThan(200);
    expect(handles.filter((handle) => like(handle, handle) !== null)).toEqual([]);
  });
});
