/** When to bring something back: three choices, each with its exact moment. */

export interface Later {
  id: 'today' | 'tomorrow' | 'monday' | 'answer';
  at: number;
}

const HOUR = 3_600_000;

/** A moment `days` from `now`, at `hour` by the clock on the wall: clock changes do not move it. */
function on(now: number, days: number, hour: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hour).getTime();
}

export function laterChoices(now: number): Later[] {
  const choices: Later[] = [];
  const afternoon = on(now, 0, 17);
  // Before three, "this afternoon" is still worth something.
  if (afternoon - now >= 2 * HOUR) choices.push({ id: 'today', at: afternoon });
  choices.push({ id: 'tomorrow', at: on(now, 1, 9) });
  const weekday = new Date(now).getDay();
  const toMonday = (8 - weekday) % 7 || 7;
  if (toMonday > 1) choices.push({ id: 'monday', at: on(now, toMonday, 9) });
  // New words in the conversation bring it back before; this is the day it comes back without any.
  choices.push({ id: 'answer', at: on(now, 7, 9) });
  return choices;
}
