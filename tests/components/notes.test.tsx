import { describe, expect, it, vi } from 'vitest';
import { NoteBox } from '../../components/notes/note-box';
import { NoteView } from '../../components/notes/note-view';
import { press, pressable, settled, show, type } from './show';

function box(over: Partial<Parameters<typeof NoteBox>[0]> = {}) {
  const onSave = vi.fn();
  const onLeave = vi.fn();
  const page = show(
    <NoteBox
      label="Note on Bram"
      knownTags={['ambassador', 'Ámbar', 'workshop']}
      onSave={onSave}
      onLeave={onLeave}
      {...over}
    />,
  );
  const text = page.querySelector('textarea') as HTMLTextAreaElement;
  const tag = page.querySelector('[role=combobox]') as HTMLInputElement;
  return { page, text, tag, onSave, onLeave };
}

describe('the note box', () => {
  it('has the focus, and keeps what was written with Ctrl Enter', async () => {
    const { text, onSave } = box();
    await settled();
    expect(document.activeElement).toBe(text);
    type(text, '  Met in Porto ');
    await settled();
    press('Enter', text, { ctrlKey: true });
    expect(onSave).toHaveBeenCalledWith({ text: 'Met in Porto', tags: [] });
  });

  it('is left with Escape, and keeps nothing when nothing was written', async () => {
    const { text, onSave, onLeave } = box();
    press('Escape', text);
    expect(onLeave).toHaveBeenCalledOnce();
    press('Enter', text, { ctrlKey: true });
    expect(onSave).not.toHaveBeenCalled();
  });

  it('offers tags used before, accents aside, and Enter takes the first', async () => {
    const { page, tag, onSave, text } = box();
    type(tag, 'amb');
    await settled();
    expect([...page.querySelectorAll('[role=option]')].map((one) => one.textContent)).toEqual(['ambassador', 'Ámbar']);
    press('Enter', tag);
    await settled();
    expect(page.querySelector('.tag')?.textContent).toContain('ambassador');
    type(text, 'x');
    await settled();
    press('Enter', text, { metaKey: true });
    expect(onSave).toHaveBeenCalledWith({ text: 'x', tags: ['ambassador'] });
  });

  it('takes a word as it was typed at a comma, and a half typed one when the note is kept', async () => {
    const { page, tag, onSave } = box();
    type(tag, '#amb');
    await settled();
    press(',', tag);
    await settled();
    expect(page.querySelector('.tag')?.textContent).toContain('amb');
    type(tag, 'shop floor');
    await settled();
    press('Enter', tag, { ctrlKey: true });
    expect(onSave).toHaveBeenCalledWith({ text: '', tags: ['amb', 'shop floor'] });
  });

  it('takes the last tag out with Backspace, any with a click', async () => {
    const { page, tag, onSave, text } = box({ initial: { text: 'x', tags: ['one', 'two', 'three'] } });
    press('Backspace', tag);
    await settled();
    pressable(page, 'one').click();
    await settled();
    press('Enter', text, { ctrlKey: true });
    expect(onSave).toHaveBeenCalledWith({ text: 'x', tags: ['two'] });
  });
});

describe('a note', () => {
  it('is text, quotation and tags, whatever they hold', () => {
    const evil = '<b onclick=alert(1)>x</b>';
    const page = show(
      <NoteView
        note={{ id: 'n', target: 'post:a', text: evil, tags: [evil], quote: evil, createdAt: 1, updatedAt: 1 }}
        now={2}
      />,
    );
    expect(page.querySelector('b[onclick]')).toBeNull();
    expect(page.textContent?.split(evil)).toHaveLength(4);
  });
});
