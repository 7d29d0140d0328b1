/** A field over something that is stored: the store may answer late, or otherwise. */
import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { StoredField } from '../../components/ui/fields';
import { settled, show } from './show';

const stored = signal('');
const written = vi.fn();
const faultOf = (text: string) => (text.includes('!') ? 'no!' : undefined);
const Name = () => <StoredField label="Name" value={stored.value} onInput={written} faultOf={faultOf} />;

async function shown() {
  stored.value = 'Ana';
  written.mockReset();
  const page = show(<Name />);
  await settled();
  const field = page.querySelector('input') as HTMLInputElement;
  const type = async (text: string) => {
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  };
  return { page, field, type };
}

it('loses no letter to a store that answers letters behind', async () => {
  const { field, type } = await shown();
  await type('In');
  stored.value = 'I';
  await settled();
  expect(field.value).toBe('In');
  await type('Ine');
  expect(written.mock.calls).toEqual([['In'], ['Ine']]);
});

it('shows what is stored once somebody has left it: a change that was taken back is seen', async () => {
  const { field, type } = await shown();
  await type('Ines');
  stored.value = 'Ines';
  field.blur();
  await settled();
  stored.value = 'Ana';
  await settled();
  expect(field.value).toBe('Ana');
});

it('keeps what is wrong, to be mended', async () => {
  const { page, field, type } = await shown();
  await type('Ines!');
  field.blur();
  await settled();
  expect(field.value).toBe('Ines!');
  expect(page.textContent).toContain('no!');
});
