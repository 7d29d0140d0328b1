/** Chromium: reads and looks for themes while no screen is open, then says so and is closed (`utils/browser/offscreen.ts`). */

import { sendFromScreen } from '../../utils/messaging/channel';
import { copyWhenDue } from '../../utils/unattended/copy';
import { answerPages } from '../../utils/unattended/for-pages';
import { analyseOnce } from '../../utils/unattended/once';

const ends = new AbortController();
// Whoever writes in a page while no screen is open is answered from here.
const pages = answerPages(ends.signal);

try {
  await analyseOnce();
  await pages.quiet();
  await copyWhenDue();
} finally {
  // Whatever failed is tried again when there is news: the page must not stay.
  await sendFromScreen('analysed', {});
}
