/** The state of the editor: which influence is chosen, what is typed and not saved yet, and what is asked of the store. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { counted } from '@/components/text/count';
import { useAct } from '@/components/ui/use-act';
import { type Codebook, type CodebookEdit, type Influence, newId, type Review } from '@/lib/model';
import { type EditedCodebook, editCodebook, taggedInfluences } from '@/lib/store';
import { displayText } from '@/lib/text';
import { changesOf, changesOver, type Draft, draftOf, isChanged } from './draft';
import type { Restructuring } from './Restructure';
import type { TreeActions } from './Tree';
import { dropped, placeOfNew, stepped, treeRows } from './tree-rows';

/** What the form's half shows. */
export type Asked =
  | { what: 'new'; below: boolean }
  | ({ what: 'restructure' } & { by: Restructuring });

const NONE: ReadonlyMap<string, number> = new Map();

/** What is typed for each influence, and the influence as it was when that began. */
type Typed = ReadonlyMap<string, { draft: Draft; base: Influence }>;

/** By codebook: what is half typed outlives a look at another room. */
const keptDrafts = new Map<string, Typed>();

export function useEditor(review: Review, book: Codebook, search: string) {
  const [chosen, setChosen] = useState<string | null>(book.influences[0]?.id ?? null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [drafts, setDrafts] = useState<Typed>(() => keptDrafts.get(book.id) ?? new Map());
  useEffect(() => {
    keptDrafts.set(book.id, drafts);
  }, [book.id, drafts]);
  // An empty codebook begins with its first influence.
  const [asked, setAsked] = useState<Asked | null>(
    book.influences.length ? null : { what: 'new', below: false },
  );
  const [said, setSaid] = useState('');
  const labelField = useRef<HTMLInputElement>(null);
  const acting = useAct();
  const tagged =
    useLiveQuery(() => taggedInfluences(review.id, book.id), [review.id, book.id]) ?? NONE;
  const rows = useMemo(() => treeRows(book, folded, search), [book, folded, search]);
  const influence = book.influences.find(({ id }) => id === chosen) ?? null;
  const draft = influence && (drafts.get(influence.id)?.draft ?? draftOf(influence));
  const base = influence && (drafts.get(influence.id)?.base ?? influence);
  const unsaved = useMemo(
    () =>
      new Set(
        book.influences.flatMap((one) => {
          const typed = drafts.get(one.id);
          return typed && isChanged(typed.draft, typed.base) ? [one.id] : [];
        }),
      ),
    [drafts, book],
  );

  // What is half typed is not lost by closing the tab in passing.
  useEffect(() => {
    if (!unsaved.size) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [unsaved.size]);

  const { act } = acting;
  const latest = useRef({ review, book });
  latest.current = { review, book };
  const run = useCallback(
    async (edit: CodebookEdit, words: string) => {
      let done: EditedCodebook | undefined;
      const worked = await act(async () => {
        const now = latest.current;
        done = await editCodebook(now.review.id, now.book, edit);
      });
      if (done) setSaid(`${words}${wordsOf(done)}`);
      return worked;
    },
    [act],
  );

  const typeIn = (change: Partial<Draft>) => {
    if (!influence || !draft) return;
    const typed = { draft: { ...draft, ...change }, base: base ?? influence };
    setDrafts((before) => new Map(before).set(influence.id, typed));
  };
  const forget = (id: string) =>
    setDrafts((before) => {
      const next = new Map(before);
      next.delete(id);
      return next;
    });
  const save = async () => {
    if (!influence || !draft || !base) return;
    if (!Object.keys(changesOf(draft, base)).length) return;
    const fields = changesOver(draft, base, influence);
    const reason = draft.reason.trim();
    const edit = { edit: 'change', id: influence.id, fields, ...(reason && { reason }) } as const;
    // At once: the next key is for the tree, however long the disk takes.
    focusRow();
    if (await run(edit, `“${displayText(draft.label)}” saved`)) forget(influence.id);
    else labelField.current?.focus();
  };
  const add = async (label: string, below: boolean) => {
    const id = newId();
    const place = placeOfNew(book, chosen, below);
    const edit = { edit: 'add', id, fields: { label }, place } as const;
    if (!(await run(edit, `“${displayText(label)}” added`))) return false;
    if (below && chosen) setFolded(without(folded, chosen));
    setChosen(id);
    setAsked(null);
    focusTree();
    return true;
  };
  const restructure = async (edit: CodebookEdit) => {
    const before = new Set(book.influences.map(({ id }) => id));
    if (!(await run(edit, WORDS[edit.edit] ?? 'Done'))) return;
    setAsked(null);
    setMarked(new Set());
    if (edit.edit === 'merge') setChosen(edit.into);
    else if (edit.edit === 'split') setChosen(edit.tagsTo);
    else if (chosen && before.has(chosen)) setChosen(neighbourOf(book, chosen));
    focusTree();
  };

  const by: TreeActions = {
    choose: (id) => {
      setChosen(id);
      setAsked(null);
      acting.clear();
    },
    fold: (id, on) => setFolded(on ? new Set(folded).add(id) : without(folded, id)),
    mark: (id) => setMarked(marked.has(id) ? without(marked, id) : new Set(marked).add(id)),
    step: (id, step) => {
      const edit = stepped(book, id, step);
      if (edit?.place.parent) setFolded(without(folded, edit.place.parent));
      if (edit) void run(edit, 'Moved');
    },
    drop: (id, on, where) => {
      const edit = dropped(book, id, on, where);
      if (edit) void run(edit, 'Moved');
    },
    edit: (id) => {
      // Drawn at once, so that what is typed next is typed into the form.
      flushSync(() => {
        setChosen(id);
        setAsked(null);
      });
      labelField.current?.focus();
    },
    add: (id, below) => {
      if (id) setChosen(id);
      setAsked({ what: 'new', below });
    },
    remove: (id) => setAsked({ what: 'restructure', by: { how: 'delete', id } }),
  };
  return {
    ...{ rows, chosen, marked, folded, unsaved, tagged, influence, draft, base, asked, said, by },
    ...{ typeIn, save, add, restructure, run, setAsked, labelField, acting },
    discard: () => {
      if (influence) forget(influence.id);
      focusTree();
    },
    unmark: () => setMarked(new Set()),
  };
}

export type Editing = ReturnType<typeof useEditor>;

const WORDS: Partial<Record<CodebookEdit['edit'], string>> = {
  merge: 'Merged',
  split: 'Split',
  delete: 'Deleted',
  'move-out': 'Moved',
};

/** What became of the version and the tags, after what was done. */
function wordsOf({ isNewVersion, book, moved, joined }: EditedCodebook): string {
  const parts = [
    isNewVersion ? `this is version ${displayText(book.version)} now` : '',
    moved ? `${counted(moved, 'tag')} went along` : '',
    joined ? `${joined} of them became one with a tag of the same statement` : '',
  ].filter(Boolean);
  return parts.length ? `: ${parts.join('; ')}. Undo (u) takes it back.` : '.';
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  next.delete(id);
  return next;
}

/** What is chosen after one that goes: the next one, else the one before. */
function neighbourOf({ influences }: Codebook, id: string): string | null {
  const at = influences.findIndex((one) => one.id === id);
  return (influences[at + 1] ?? influences[at - 1])?.id ?? null;
}

function focusRow(): void {
  document.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus();
}

/** After the answer has been drawn: the row that is chosen then may be a new one. */
function focusTree(): void {
  requestAnimationFrame(() => requestAnimationFrame(focusRow));
}
