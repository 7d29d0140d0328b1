/**
 * The page of the editors check: one real editor of each kind, as sites mount them. Each tells what its own state holds,
 * which is what the site would send.
 */
import { history as codeHistory, historyKeymap } from '@codemirror/commands';
import { EditorState as CodeState } from '@codemirror/state';
import { EditorView as CodeView, keymap as codeKeymap } from '@codemirror/view';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { ContentState, Editor as DraftEditor, EditorState as DraftState, getDefaultKeyBinding } from 'draft-js';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { schema } from 'prosemirror-schema-basic';
import { EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import Quill from 'quill';
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createEditor as createSlate, Node as SlateNode } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

/** What the check drives. `state` is the framework's own text; `set` replaces it as the site would. */
export interface Subject {
  box: HTMLElement;
  state(): string;
  set(text: string): void | Promise<void>;
}

const room = (name: string): HTMLElement => {
  const section = document.createElement('section');
  section.id = name;
  document.body.append(section);
  return section;
};
const rendered = () => new Promise<void>((done) => setTimeout(done, 50));

function textarea(): Subject {
  const box = document.createElement('textarea');
  let held = '';
  box.addEventListener('input', () => {
    held = box.value;
  });
  room('textarea').append(box);
  return {
    box,
    state: () => held,
    set: (text) => {
      box.value = text;
      held = text;
    },
  };
}

/** React's controlled field ignores a value set behind its back: the hardest of the plain ones. */
function reactTextarea(): Subject {
  const parent = room('react');
  let held = '';
  let change: (text: string) => void = () => {};
  // biome-ignore lint/correctness/noComponentHookFactories: mounted once, its state read from outside
  const Field = () => {
    const [value, setValue] = useState('');
    held = value;
    change = setValue;
    return createElement('textarea', {
      value,
      onChange: (event: { target: { value: string } }) => setValue(event.target.value),
    });
  };
  createRoot(parent).render(createElement(Field));
  return {
    get box() {
      return parent.querySelector('textarea') as HTMLElement;
    },
    state: () => held,
    set: async (text) => {
      change(text);
      await rendered();
    },
  };
}

function plainEditable(): Subject {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  let held = '';
  box.addEventListener('input', () => {
    // What a page that serialises its box by lines would read.
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks are the point
    held = box.innerText.replace(/\n$/, '');
  });
  room('editable').append(box);
  return {
    box,
    state: () => held,
    set: (text) => {
      box.textContent = text;
      held = text;
    },
  };
}

/** Reddit's and Bluesky's boxes live in shadow roots. */
function shadowEditable(): Subject {
  const root = room('shadow').attachShadow({ mode: 'open' });
  const box = document.createElement('div');
  box.contentEditable = 'true';
  let held = '';
  box.addEventListener('input', () => {
    // What a page that serialises its box by lines would read.
    // biome-ignore lint/performance/useDomNodeTextContent: line breaks are the point
    held = box.innerText.replace(/\n$/, '');
  });
  root.append(box);
  return {
    box,
    state: () => held,
    set: (text) => {
      box.textContent = text;
      held = text;
    },
  };
}

function prosemirror(): Subject {
  const plugins = [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo })];
  const stateWith = (text: string) =>
    EditorState.create({
      doc: schema.node('doc', null, [schema.node('paragraph', null, text ? [schema.text(text)] : [])]),
      plugins,
    });
  const view = new EditorView(room('prosemirror'), { state: stateWith('') });
  return {
    box: view.dom,
    state: () =>
      view.state.doc.textBetween(0, view.state.doc.content.size, '\n\n', (leaf) =>
        leaf.type.name === 'hard_break' ? '\n' : '',
      ),
    set: (text) => {
      view.updateState(stateWith(text));
      view.dispatch(view.state.tr.setSelection(TextSelection.atEnd(view.state.doc)));
    },
  };
}

function lexical(): Subject {
  const box = document.createElement('div');
  box.contentEditable = 'true';
  room('lexical').append(box);
  const editor = createEditor({ namespace: 'check', onError: (error) => { throw error; } }); // biome-ignore format: short
  editor.setRootElement(box);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  return {
    box,
    state: () => editor.getEditorState().read(() => $getRoot().getTextContent()),
    set: (text) =>
      new Promise<void>((done) => {
        editor.update(
          () => {
            const paragraph = $createParagraphNode();
            if (text) paragraph.append($createTextNode(text));
            $getRoot().clear().append(paragraph);
          },
          { onUpdate: done, discrete: true },
        );
      }),
  };
}

function draft(): Subject {
  const parent = room('draft');
  let held = DraftState.createEmpty();
  let change: (state: typeof held) => void = () => {};
  // biome-ignore lint/correctness/noComponentHookFactories: mounted once, its state read from outside
  const Box = () => {
    const [state, setState] = useState(held);
    held = state;
    change = setState;
    return createElement(DraftEditor, {
      editorState: state,
      onChange: setState,
      keyBindingFn: getDefaultKeyBinding,
      handleKeyCommand: (command: string) => {
        if (command !== 'undo') return 'not-handled';
        setState(DraftState.undo(held));
        return 'handled';
      },
    });
  };
  createRoot(parent).render(createElement(Box));
  return {
    get box() {
      return parent.querySelector('.public-DraftEditor-content') as HTMLElement;
    },
    state: () => held.getCurrentContent().getPlainText('\n'),
    set: async (text) => {
      change(DraftState.moveSelectionToEnd(DraftState.createWithContent(ContentState.createFromText(text))));
      await rendered();
    },
  };
}

function quill(): Subject {
  const parent = document.createElement('div');
  room('quill').append(parent);
  const editor = new Quill(parent);
  return {
    box: editor.root,
    state: () => editor.getText().replace(/\n$/, ''),
    set: (text) => {
      editor.setText(`${text}\n`, 'api');
      editor.history.clear();
    },
  };
}

function slate(): Subject {
  const parent = room('slate');
  const editor = withHistory(withReact(createSlate()));
  const initial = [{ type: 'paragraph', children: [{ text: '' }] }];
  // biome-ignore lint/correctness/noComponentHookFactories: mounted once, its state read from outside
  const Box = () =>
    createElement(Slate, { editor, initialValue: initial as never } as never, createElement(Editable, {}));
  createRoot(parent).render(createElement(Box));
  return {
    get box() {
      return parent.querySelector('[data-slate-editor]') as HTMLElement;
    },
    state: () => editor.children.map((node) => SlateNode.string(node)).join('\n'),
    set: async (text) => {
      editor.selection = null;
      editor.children = [{ type: 'paragraph', children: [{ text }] }] as never;
      editor.history = { undos: [], redos: [] };
      editor.onChange();
      await rendered();
    },
  };
}

function codemirror(): Subject {
  const stateWith = (doc: string) =>
    CodeState.create({
      doc,
      selection: { anchor: doc.length },
      extensions: [codeHistory(), codeKeymap.of(historyKeymap)],
    });
  const view = new CodeView({ parent: room('codemirror'), state: stateWith('') });
  return {
    box: view.contentDOM,
    state: () => view.state.doc.toString(),
    set: (text) => view.setState(stateWith(text)),
  };
}

const subjects: Record<string, () => Subject> = {
  textarea, 'React textarea': reactTextarea, contenteditable: plainEditable, 'contenteditable in a shadow root': shadowEditable,
  ProseMirror: prosemirror, Lexical: lexical, 'Draft.js': draft, Quill: quill, Slate: slate, 'CodeMirror 6': codemirror,
}; // biome-ignore format: a table

const mounted = Object.fromEntries(Object.entries(subjects).map(([name, mount]) => [name, mount()]));
const counters = { sent: 0, keys: 0, clicks: 0 };
addEventListener('submit', () => counters.sent++, true);
addEventListener(
  'keydown',
  (event) => {
    if (!event.isTrusted || ('key' in event && event.key === 'Enter')) counters.keys++;
  },
  true,
);
addEventListener(
  'click',
  (event) => {
    if (!event.isTrusted) counters.clicks++;
  },
  true,
);

Object.assign(window, { subjects: mounted, counters, ready: rendered() });
