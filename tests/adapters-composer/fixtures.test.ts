/** Every adapter that knows a reply box finds it on its own pages, and what it finds can be written in. */
import { describe, expect, it } from 'vitest';
import { adapters } from '../../utils/adapters/all';
import { insertText } from '../../utils/adapters/composer/insert';
import { fixtures, pageOf, parse } from '../adapters/fixture';

/** Boxes of sites whose fixtures were taken with the form closed: as each site's own markup has them when it is open. */
const OPENED: Record<string, string> = {
  bluesky: '<div data-testid="composePostView"><div class="ProseMirror" contenteditable="true"></div></div>',
  comentario: '<div id="commento"><textarea></textarea></div>',
  drupal: '<form class="comment-form"><textarea name="comment_body[0][value]"></textarea></form>',
  ghost: '<form data-testid="form-editor"><div class="ProseMirror" contenteditable="true"></div></form>',
  giscus: '<div class="gsc-comment-box"><textarea></textarea></div>',
  gitlab: '<form><textarea id="note-body" name="note[note]"></textarea></form>',
  habr: '<div class="tm-comment-form"><div contenteditable="true"></div></div>',
  hyperkitty: '<form class="reply-form"><textarea></textarea></form>',
  livejournal: '<form><textarea id="commenttext"></textarea></form>',
  mbin: '<form id="add-comment"><textarea></textarea></form>',
  mediavida: '<form><textarea id="cuerpo" name="cuerpo"></textarea></form>',
  meneame: '<form class="commentform"><textarea name="comment_content"></textarea></form>',
  misskey: '<form><textarea data-cy-post-form-text=""></textarea></form>',
  pikabu: '<div class="comments__reply"><div contenteditable="true"></div></div>',
  pleroma: '<form class="post-status-form"><textarea></textarea></form>',
  quora: '<div class="doc" contenteditable="true"></div>',
  redmine: '<form><textarea id="issue_notes"></textarea></form>',
  tiktok: '<div data-e2e="comment-input"><div contenteditable="true"></div></div>',
  vk: '<div class="reply_field" contenteditable="true" role="textbox"></div>',
};
const WRITABLE = 'textarea, [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';

describe.each(adapters.filter(({ composer }) => composer).map((adapter) => [adapter.id, adapter] as const))(
  '%s',
  (id, adapter) => {
    const pages = fixtures.filter((fixture) => fixture.id === id);

    it('finds its reply box, for a post or for the page', () => {
      let found = 0;
      for (const fixture of pages) {
        const document = parse(fixture.html);
        if (OPENED[id] && !document.querySelector(WRITABLE)) document.body.insertAdjacentHTML('beforeend', OPENED[id]);
        const page = pageOf(fixture, document);
        const roots = [...(adapter.roots?.(page) ?? [document])];
        const items = roots.flatMap((root) => [...root.querySelectorAll(adapter.item)]);
        for (const item of [null, ...items]) {
          const box = adapter.composer?.(item, page);
          if (!box) continue;
          found++;
          const editor = box.matches(WRITABLE) ? box : box.querySelector(WRITABLE);
          expect(editor, `${fixture.name}: ${box.outerHTML.slice(0, 200)}`).not.toBeNull();
        }
      }
      expect(found, 'no box found on any of its pages').toBeGreaterThan(0);
    });

    it('takes words in it, without anything pressed', () => {
      for (const fixture of pages) {
        const parsed = parse(fixture.html);
        if (OPENED[id] && !parsed.querySelector(WRITABLE)) parsed.body.insertAdjacentHTML('beforeend', OPENED[id]);
        const page = pageOf(fixture, parsed);
        const first = adapter.roots ? null : parsed.querySelector(adapter.item);
        const box = adapter.composer?.(null, page) ?? adapter.composer?.(first, page);
        const area = box?.matches('textarea') ? box : box?.querySelector('textarea');
        if (!(area instanceof HTMLTextAreaElement)) continue;
        const copy = area.cloneNode(true) as HTMLTextAreaElement;
        copy.disabled = false;
        copy.readOnly = false;
        copy.value = '';
        document.body.replaceChildren(copy);
        expect(insertText(copy, 'Hola, Ana.')).toBe(true);
        expect(copy.value).toBe('Hola, Ana.');
        return;
      }
    });
  },
);
