/**
 * Each edit of a codebook as a function from its text to the next one: pure, so that the store can carry it out in one
 * step with the tags that it moves, and an editor can show what it would do.
 */
import {
  type Codebook,
  type CodebookEdit,
  type Influence,
  type InfluenceRef,
  MOST_EXAMPLES,
  Problem,
  type RetiredInfluence,
  type Tag,
} from '../../model';
import { looseKey } from '../../text';
import { inTreeOrder } from '../outline';
import { changedMeaning } from './meaning';
import {
  madeOf,
  named,
  originOf,
  ref,
  renamed,
  retiredOf,
  unique,
  type When,
  withFields,
} from './one-influence';
import { find, neighbours, placed, subtree } from './tree';

/** Tags of one influence that go to another. */
export interface Retag {
  from: InfluenceRef;
  to: InfluenceRef;
  /** Why they are to be looked at again; null where the rule that they were made by is the rule there too. */
  recheck: NonNullable<Tag['recheck']> | null;
}

export interface Edited {
  book: Codebook;
  retags: Retag[];
  /** Influences whose tags the edit affects: with such tags, it is made in the next version. */
  affects: string[];
  /** An influence that leaves for another codebook. */
  leaving?: Influence;
}

type EditOf<E extends CodebookEdit['edit']> = Extract<CodebookEdit, { edit: E }>;
type Apply<E extends CodebookEdit['edit']> = (
  book: Codebook,
  edit: EditOf<E>,
  when: When,
) => Edited;

/** The codebook after an edit. @throws Problem where it cannot be made; nothing is changed then */
export function applyEdit(book: Codebook, edit: CodebookEdit, when: When): Edited {
  const apply = APPLY[edit.edit] as Apply<typeof edit.edit>;
  const edited = apply(book, edit as never, when);
  return { ...edited, book: { ...edited.book, version: when.version } };
}

const APPLY: { [E in CodebookEdit['edit']]: Apply<E> } = {
  add: (book, { id, fields, place, from, reason }, when) => {
    if (book.influences.some((one) => one.id === id)) return unchanged(book);
    const origin = originOf(from ? 'copied' : 'new', from ? [from] : [], when, reason);
    const made = madeOf(id, fields, [origin]);
    const influences = placed([...book.influences, made], id, place ?? { parent: null });
    refuseTwin({ ...book, influences }, find(influences, id));
    return { ...unchanged(book), book: { ...book, influences } };
  },

  change: (book, { id, fields, reason }, when) => {
    const before = find(book.influences, id);
    const after = renamed(withFields(before, fields), before, book, when, reason);
    if (after.label !== before.label) refuseTwin(book, after);
    const changed = withInfluence(book, after);
    return {
      book: after.group === before.group ? changed : withGroup(changed, after),
      retags: [],
      affects: changedMeaning(before, after).length ? [id] : [],
    };
  },

  cue: (book, { id, cue }) => {
    const before = find(book.influences, id);
    const after = withFields(before, { cues: [...before.cues, cue] });
    return { ...unchanged(book), book: withInfluence(book, after) };
  },

  example: (book, { id, example }) => {
    const before = find(book.influences, id);
    const others = (before.examples ?? []).filter(({ quote }) => quote !== example.quote);
    const after = { ...before, examples: [...others, example].slice(-MOST_EXAMPLES) };
    return { ...unchanged(book), book: withInfluence(book, after) };
  },

  place: (book, { id, place }) => ({
    ...unchanged(book),
    book: { ...book, influences: placed(book.influences, id, place) },
  }),

  delete: (book, { id, into, reason }, when) => {
    const gone = find(book.influences, id);
    if (into && into.codebookId === book.id) {
      find(book.influences, into.influenceId);
      if (into.influenceId === id) throw intoItself();
    }
    const retired = retiredOf(gone, 'deleted', into ? [into] : [], when, reason);
    return {
      book: without(book, [id], [retired]),
      retags: into ? [{ from: ref(book, id), to: into, recheck: 'deleted' }] : [],
      affects: [id],
    };
  },

  merge: (book, { ids, into, fields = {}, reason }, when) => {
    const others = [...new Set(ids)]
      .filter((id) => id !== into)
      .map((id) => find(book.influences, id));
    if (!others.length) throw intoItself();
    const before = find(book.influences, into);
    const of = [before, ...others];
    const joined: Influence = {
      ...before,
      // Who types an earlier label finds what it has become.
      aliases: unique([...before.aliases, ...others.flatMap((one) => [one.label, ...one.aliases])]),
      cues: unique(of.flatMap(({ cues }) => cues)),
      crosswalk: unique(of.flatMap(({ crosswalk }) => crosswalk)),
      origins: [...(before.origins ?? []), originOf('merged', named(book, of), when, reason)],
    };
    if (of.some(({ examples }) => examples?.length))
      joined.examples = of.flatMap(({ examples }) => examples ?? []).slice(0, MOST_EXAMPLES);
    const after = withFields(joined, fields);
    const retired = others.map((one) => retiredOf(one, 'merged', [ref(book, into)], when, reason));
    // What was below them comes below the one that they have become, never below itself.
    const gone = others.map(({ id }) => id);
    const kept = book.influences.map((one) => {
      if (one.id === into) return after;
      const isBelow = one.parent !== undefined && gone.includes(one.parent);
      return isBelow && !subtree(book.influences, one.id).has(into)
        ? { ...one, parent: into }
        : one;
    });
    const text = without({ ...book, influences: kept }, gone, retired);
    if (after.label !== before.label) refuseTwin(text, after);
    return {
      book: text,
      retags: others.map((one) => ({
        from: ref(book, one.id),
        to: ref(book, into),
        recheck: changedMeaning(one, after).length ? 'merged' : null,
      })),
      affects: [...gone, ...(changedMeaning(before, after).length ? [into] : [])],
    };
  },

  split: (book, { id, parts, tagsTo, reason }, when) => {
    const whole = find(book.influences, id);
    if (!parts.some((part) => part.id === tagsTo))
      throw new Problem(
        'no-influence',
        'Choose the part that the tags go to. Nothing was changed.',
      );
    const origin = originOf('split', named(book, [whole]), when, reason);
    const made = parts.map(({ id: partId, ...fields }): Influence => {
      const one = madeOf(partId, fields, [origin]);
      return {
        ...one,
        ...(whole.parent !== undefined && { parent: whole.parent }),
        ...(whole.group !== undefined && { group: whole.group }),
        ...(whole.level !== undefined && { level: whole.level }),
        crosswalk: [...whole.crosswalk],
      };
    });
    const at = book.influences.indexOf(whole);
    const influences = book.influences.toSpliced(at, 0, ...made);
    const into = made.map((one) => ref(book, one.id));
    const retired = retiredOf(whole, 'split', into, when, reason);
    // What was below the whole is below the part that the tags go to.
    const kept = influences.map((one) => (one.parent === id ? { ...one, parent: tagsTo } : one));
    const text = without({ ...book, influences: kept }, [id], [retired]);
    if (new Set(text.influences.map((one) => one.id)).size !== text.influences.length)
      throw new Problem('twin-id', 'Two influences have one id. Nothing was changed.');
    for (const one of made) refuseTwin(text, one);
    return {
      book: text,
      retags: [{ from: ref(book, id), to: ref(book, tagsTo), recheck: 'split' }],
      affects: [id, ...neighbours(book.influences, whole).map((one) => one.id)],
    };
  },

  'move-out': (book, { id, to, reason }, when) => {
    if (to === book.id) throw intoItself();
    const leaving = find(book.influences, id);
    const there = { codebookId: to, influenceId: id };
    const retired = retiredOf(leaving, 'moved', [there], when, reason);
    return {
      book: without(book, [id], [retired]),
      retags: [{ from: ref(book, id), to: there, recheck: null }],
      affects: [id],
      leaving,
    };
  },

  name: (book, { name, shortName }) => {
    const { shortName: _, ...rest } = book;
    return { ...unchanged(book), book: { ...rest, name, ...(shortName ? { shortName } : {}) } };
  },
};

/** An influence that has left another codebook, in this one: at the end, at the top. */
export function arrived(
  book: Codebook,
  influence: Influence,
  from: Codebook,
  when: When,
  reason?: string,
): Codebook {
  if (book.influences.some(({ id }) => id === influence.id))
    throw new Problem(
      'twin-id',
      'The other codebook has an influence of this id already. Nothing was changed.',
    );
  const { parent: _, ...rest } = influence;
  const origin = originOf('moved', named(from, [influence]), when, reason);
  const made: Influence = { ...rest, origins: [...(influence.origins ?? []), origin] };
  const text = { ...book, version: when.version, influences: [...book.influences, made] };
  refuseTwin(text, made);
  return text;
}

const unchanged = (book: Codebook): Edited => ({ book, retags: [], affects: [] });

const withInfluence = (book: Codebook, after: Influence): Codebook => ({
  ...book,
  influences: book.influences.map((one) => (one.id === after.id ? after : one)),
});

/** What is below an influence is in its group. */
function withGroup(book: Codebook, { id, group }: Influence): Codebook {
  const below = subtree(book.influences, id);
  const influences = book.influences.map((one) => {
    if (!below.has(one.id)) return one;
    const { group: _, ...rest } = one;
    return group === undefined ? rest : { ...rest, group };
  });
  return { ...book, influences };
}

/** What was below one that goes moves up to what it was below itself. */
function without(
  book: Codebook,
  gone: readonly string[],
  retired: readonly RetiredInfluence[],
): Codebook {
  const parents = new Map(book.influences.map(({ id, parent }) => [id, parent]));
  const upTo = (parent: string | undefined): string | undefined => {
    let up = parent;
    for (const seen = new Set<string>(); up !== undefined && gone.includes(up) && !seen.has(up); ) {
      seen.add(up);
      up = parents.get(up);
    }
    return up !== undefined && gone.includes(up) ? undefined : up;
  };
  const influences = book.influences
    .filter(({ id }) => !gone.includes(id))
    .map((one) => {
      const { parent: below, ...rest } = one;
      const parent = upTo(below);
      return parent === undefined ? rest : { ...rest, parent };
    });
  return {
    ...book,
    influences: inTreeOrder(influences),
    retired: [...(book.retired ?? []), ...retired],
  };
}

/** Two neighbours of one label could not be told apart. */
function refuseTwin(book: Codebook, made: Influence): void {
  const key = looseKey(made.label);
  const twin = book.influences.find(
    (one) => one.id !== made.id && one.parent === made.parent && looseKey(one.label) === key,
  );
  if (twin && key)
    throw new Problem(
      'twin-label',
      `“${twin.label}” is in this codebook already, at this place. Choose another label, or merge the two.`,
    );
}

const intoItself = () =>
  new Problem('into-itself', 'Choose another influence than this one. Nothing was changed.');
