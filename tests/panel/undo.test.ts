/** What was done and can be taken back: a list, its order, and what happens when a step cannot be. */
import { expect, it, vi } from 'vitest';
import { createUndo, type Done, type Undo } from '../../utils/panel/undo';

const note = (name: string): Done => ({ kind: 'note', people: [name] });
const names = (undo: Undo) => undo.steps.value.map(({ done }) => (done.kind === 'note' ? done.people[0] : done.kind));

function table() {
  const onError = vi.fn();
  let now = 0;
  const undo = createUndo(onError, () => ++now);
  const taken: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) undo.did(note(name), async () => void taken.push(name));
  return { undo, taken, onError };
}

it('lists what can be taken back, the last first, with when', () => {
  const { undo } = table();
  undo.did({ kind: 'copied', what: 'post' });
  expect(names(undo)).toEqual(['d', 'c', 'b', 'a']);
  expect(undo.steps.value.map(({ at }) => at)).toEqual([4, 3, 2, 1]);
  expect(undo.toast.value).toMatchObject({ done: { kind: 'copied' }, undoable: false });
});

it('takes back down to a step, that one too, the last first, and says how many', async () => {
  const { undo, taken } = table();
  await undo.undoTo(undo.steps.value[2]!.id);
  expect(taken).toEqual(['d', 'c', 'b']);
  expect(names(undo)).toEqual(['a']);
  expect(undo.toast.value?.done).toEqual({ kind: 'undone', count: 3 });
  await undo.undoTo(undo.steps.value[0]!.id);
  expect(undo.toast.value?.done).toEqual({ kind: 'undone' });
  expect(undo.steps.value).toEqual([]);
});

it('a step that is not there takes nothing back', async () => {
  const { undo, taken } = table();
  await undo.undoTo(9_999);
  expect(taken).toEqual([]);
});

it('stops at a step that cannot be taken back, and keeps it', async () => {
  const { undo, taken, onError } = table();
  let broken = true;
  undo.did(note('e'), async () => {
    if (broken) throw new Error('full');
    taken.push('e');
  });
  undo.did(note('f'), async () => void taken.push('f'));
  await undo.undoTo(undo.steps.value.at(-1)!.id);
  expect(taken).toEqual(['f']);
  expect(onError).toHaveBeenCalledOnce();
  expect(names(undo)).toEqual(['e', 'd', 'c', 'b', 'a']);
  broken = false;
  await undo.undo();
  expect(taken).toEqual(['f', 'e']);
});

it('two presses at once take back two steps', async () => {
  const { undo, taken } = table();
  await Promise.all([undo.undo(), undo.undo()]);
  expect(taken).toEqual(['d', 'c']);
  expect(names(undo)).toEqual(['b', 'a']);
});

it('keeps a hundred', () => {
  const { undo } = table();
  for (let i = 0; i < 200; i++) undo.did(note(String(i)), async () => {});
  expect(undo.steps.value).toHaveLength(100);
  expect(names(undo)[0]).toBe('199');
});
