import { expect, it } from 'vitest';
import { renewedReadme } from './sites-list';

it('the README lists every site with the day it was last seen working (else run `npm run sites`)', async () => {
  const { now, due } = await renewedReadme();
  expect(now).toBe(due);
});
