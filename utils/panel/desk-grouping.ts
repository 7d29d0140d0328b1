/** How the rows of the desk stand together: as chosen last, known before anything of the store is. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { GroupBy } from '../core/desk';

export interface Grouping {
  readonly by: ReadonlySignal<GroupBy>;
  /** All of each person is asked for: once they stood by person, so that turning back takes no row out of anybody's hand. */
  readonly whole: ReadonlySignal<boolean>;
  set(by: GroupBy): void;
}

const PLACE = 'desk-by';

export function groupingOf(storage: Storage): Grouping {
  const by = signal(remembered(storage));
  const whole = signal(by.peek() === 'person');
  return {
    by,
    whole,
    set(to) {
      by.value = to;
      if (to === 'person') whole.value = true;
      try {
        storage.setItem(PLACE, to);
      } catch {
        // Where nothing can be remembered, it holds as long as the panel is open.
      }
    },
  };
}

function remembered(storage: Storage): GroupBy {
  try {
    return storage.getItem(PLACE) === 'person' ? 'person' : 'conversation';
  } catch {
    return 'conversation';
  }
}
