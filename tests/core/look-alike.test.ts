import { describe, expect, it } from 'vitest';
import { facesOf, likenessesOf, looksLike, looksLikeKnown } from '../../utils/core/look-alike';

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
    ['almadai_bikes', 'almadia_bikes'],
    ['lamadia_bikes', 'almadia_bikes'],
    ['iΝes_almadia', 'ines_almadia'],
    ['ΑLΜΑDΙΑ', 'Almadía'],
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

  it('two letters in each other’s place in a short name make another name', () => {
    expect(like('fraol')).toBeNull();
  });
});

describe('accounts that look like somebody one knows', () => {
  const KNOWN = facesOf(['leire_zubiri', 'Bram Osterhuis', 'marianna', 'ana']);
  const known = (handle: string | null, name = 'Somebody') => looksLikeKnown({ handle, name }, KNOWN);

  it.each([
    ['lеire_zubiri', 'leire_zubiri'],
    ['1eire.zubiri', 'leire_zubiri'],
    ['leire_zuбiri', null],
    ['Brаm Osterhuis', 'Bram Osterhuis'],
    ['ΒRΑM_ΟSTERHUIS', 'Bram Osterhuis'],
  ])('%s: %s', (handle, like) => expect(known(handle)).toBe(like));

  it('the same name written alike is most likely the same person: that is asked elsewhere', () => {
    for (const handle of ['leire_zubiri', 'Leire.Zubiri', 'leirezubiri', '@leire_zubiri@mastodon.example'])
      expect(known(handle)).toBeNull();
    expect(known('other', 'Bram Osterhuis')).toBeNull();
  });

  it('names that are only alike are other people’s', () => {
    for (const handle of ['mariana', 'marinana', 'leire_zubirri', 'leire_zubiria', 'bram', 'аna'])
      expect(known(handle)).toBeNull();
  });
});
