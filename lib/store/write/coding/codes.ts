/**
 * Codes of earlier coding as influences of a review: those of the same name, and for all others a new codebook of the
 * reader's own, in which they keep their order and what they are under.
 */
import { influencesOf, type ListedInfluence } from '../../../codebook';
import { emptyOwn } from '../../../codebook/edit';
import {
  type Codebook,
  type CodedPassage,
  type Influence,
  type InfluenceRef,
  LONGEST_LABEL,
  MOST_INFLUENCES,
  newId,
} from '../../../model';
import { nameKey } from '../../../text';

type Code = CodedPassage['code'];

/** An influence that a code is, with the version of its codebook that the review uses. */
export interface Coded extends InfluenceRef {
  codebookVersion: string;
}

/**
 * What a code is: an influence; one of several that have its name, which is not guessed; of a tag that is here, the name of
 * no influence; or what is wrong with it.
 */
export type CodeFate =
  | { is: 'influence'; coded: Coded }
  | { is: 'several'; names: string[] }
  | { is: 'unnamed' }
  | { is: 'wrong'; problem: string };

/** How the codes of a file were taken, for its reader. */
export interface CodesReport {
  /** Codes that are influences of the review, each with the influence as it is shown. */
  matched: { code: string; influence: string; codebook: string; passages: number }[];
  /** The codebook that the others become; null where there is none. */
  made: { name: string; influences: { label: string; passages: number }[] } | null;
}

const UNNAMED = 'Imported codes';

export class Codes {
  readonly #byName = new Map<string, ListedInfluence[]>();
  readonly #matched = new Map<string, CodesReport['matched'][number]>();
  readonly #made = new Map<string, { influence: Influence; passages: number }>();
  readonly #book: Codebook;

  /** @param books those that the review uses */
  constructor(
    name: string,
    private readonly books: readonly Codebook[],
  ) {
    for (const one of influencesOf(books).all)
      for (const key of new Set([nameKey(one.label), nameKey(one.influence.label)]))
        this.#byName.set(key, [...(this.#byName.get(key) ?? []), one]);
    const wanted = name.replace(/\s+/g, ' ').trim().slice(0, LONGEST_LABEL) || UNNAMED;
    const book = emptyOwn(freeName(wanted, books));
    this.#book = { ...book, source: { citation: `Brought in with “${wanted}”` } };
  }

  /**
   * @param isEdit the code is a tag's that is here: its label was changed in the file, and may be of another codebook than
   * the one that is named there. No influence is made of it: it may be a typing error, or a name of before.
   */
  take(code: Code, isEdit = false): CodeFate {
    const label = code.label.replace(/\s+/g, ' ').trim();
    if (!label) return { is: 'wrong', problem: 'it has no code' };
    const found = this.#find({ ...code, label }, isEdit);
    const [first] = found;
    if (found.length > 1) return { is: 'several', names: found.map(shownName) };
    if (first) return { is: 'influence', coded: this.#noteMatch(label, first) };
    return isEdit ? { is: 'unnamed' } : this.#make({ ...code, label });
  }

  /** Has an influence of the review this name? */
  isKnown(label: string): boolean {
    return this.#byName.has(nameKey(label));
  }

  #find({ label, path, codebook }: Code, isEdit: boolean): ListedInfluence[] {
    const alike = this.#byName.get(nameKey(label)) ?? [];
    const isNamed = ({ name, shortName }: Codebook) =>
      [name, shortName].some((one) => one && nameKey(one) === nameKey(codebook ?? ''));
    const isHere = codebook !== undefined && this.books.some(isNamed);
    const inNamed = isHere ? alike.filter((one) => isNamed(one.codebook)) : alike;
    const found = inNamed.length || !isEdit ? inNamed : alike;
    if (found.length < 2) return found;
    // What it is under distinguishes equal labels; what is shown for it is unique.
    const under = found.filter((one) => endsWith(labelsAbove(one), path));
    if (path.length && under.length) return under;
    const shown = found.filter((one) => nameKey(one.label) === nameKey(label));
    return shown.length === 1 ? shown : found;
  }

  #noteMatch(label: string, one: ListedInfluence): Coded {
    const key = `${nameKey(label)} ${one.codebookId}/${one.influenceId}`;
    const there = this.#matched.get(key);
    if (there) there.passages += 1;
    else
      this.#matched.set(key, {
        ...{ code: label, influence: one.label, codebook: one.codebook.name, passages: 1 },
      });
    const { codebookId, influenceId } = one;
    return { codebookId, influenceId, codebookVersion: one.codebook.version };
  }

  #make({ label, path, definition }: Code): CodeFate {
    const above = path.map((one) => one.replace(/\s+/g, ' ').trim()).filter(Boolean);
    if ([...above, label].some(({ length }) => length > LONGEST_LABEL))
      return { is: 'wrong', problem: `its code is longer than ${LONGEST_LABEL} characters` };
    let parent: string | undefined;
    const names: string[] = [];
    for (const name of [...above, label]) {
      names.push(nameKey(name));
      const key = names.join('\u0000');
      const there = this.#made.get(key);
      if (!there && this.#made.size === MOST_INFLUENCES)
        return { is: 'wrong', problem: `a codebook has no room for more than ${MOST_INFLUENCES}` };
      const influence = there?.influence ?? influenceOf(name, parent);
      if (!there) this.#made.set(key, { influence, passages: 0 });
      parent = influence.id;
    }
    const made = this.#made.get(names.join('\u0000'));
    if (!made) return { is: 'wrong', problem: 'it has no code' };
    made.influence.definition ||= definition.trim();
    made.passages += 1;
    const { id: codebookId, version: codebookVersion } = this.#book;
    return {
      is: 'influence',
      coded: { codebookId, codebookVersion, influenceId: made.influence.id },
    };
  }

  /** The codebook of what is new; null where nothing is. */
  get made(): Codebook | null {
    const influences = [...this.#made.values()].map(({ influence }) => influence);
    return influences.length ? { ...this.#book, influences } : null;
  }

  report(): CodesReport {
    const made = [...this.#made.values()].map(({ influence: { label }, passages }) => ({
      ...{ label, passages },
    }));
    return {
      matched: [...this.#matched.values()],
      made: made.length ? { name: this.#book.name, influences: made } : null,
    };
  }
}

const influenceOf = (label: string, parent: string | undefined): Influence => ({
  ...{ id: newId(), label, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...(parent !== undefined && { parent }),
});

const shownName = ({ label, codebook }: ListedInfluence): string =>
  label.includes(codebook.name) ? label : `${label} (${codebook.shortName ?? codebook.name})`;

/** What an influence is under, from the broadest on. */
function labelsAbove({ codebook, influence }: ListedInfluence): string[] {
  const labels: string[] = [];
  const seen = new Set<string>();
  let at = influence.parent;
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const broader = codebook.influences.find(({ id }) => id === at);
    if (!broader) break;
    labels.unshift(broader.label);
    at = broader.parent;
  }
  return labels;
}

function endsWith(labels: readonly string[], path: readonly string[]): boolean {
  const [all, end] = [labels.map(nameKey), path.map(nameKey)];
  return end.every((one, i) => all[all.length - end.length + i] === one);
}

/** "Coding (2)" where the review has a "Coding" already. */
function freeName(wanted: string, books: readonly Codebook[]): string {
  const taken = new Set(books.map(({ name }) => nameKey(name)));
  for (let n = 1; ; n += 1) {
    const mark = n === 1 ? '' : ` (${n})`;
    const name = wanted.slice(0, LONGEST_LABEL - mark.length) + mark;
    if (!taken.has(nameKey(name))) return name;
  }
}
