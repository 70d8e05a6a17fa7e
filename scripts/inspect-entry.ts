/**
 * What `npm run inspect` runs inside the page: the extension's own readers, answering with plain JSON in the
 * format that the corpus scorer documents, plus fields of ours.
 */
import * as page from '../lib/page';
import { type Explained, explainPage } from '../lib/page/explain';
import { fieldNamed } from './inspect-fields';

interface Answer {
  kind: string;
  [field: string]: unknown;
}

/** Calls a reader if the door has it; an error becomes a sentence in the answer, never a lost line. */
async function attempt<T>(errors: string[], name: string, ...args: unknown[]): Promise<T | null> {
  const reader = (page as Record<string, unknown>)[name];
  if (typeof reader !== 'function') return null;
  try {
    return (await reader(...args)) as T;
  } catch (error) {
    errors.push(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    return null;
  }
}

interface Name {
  family?: string;
  given?: string;
  literal?: string;
}

/**
 * A paper's names as the page prints them: one that stands in one piece with its initials last ("Peverill
 * RE") is told in one piece, since the page does not say where it parts. How the reader parts it is in `people`.
 */
function asPrinted(paper: { authors?: Name[] } | null) {
  if (!paper?.authors?.length) return paper;
  const source = document.documentElement.outerHTML;
  const authors = paper.authors.map((name) => {
    const whole = `${name.family} ${name.given}`;
    const initials = name.family && /^\p{Lu}{1,4}$/u.test(name.given ?? '');
    const parted = source.includes(`${name.family}, ${name.given}`);
    return initials && !parted && source.includes(whole) ? { literal: whole } : name;
  });
  return { ...paper, authors, people: paper.authors };
}

/** Why a field of the page's paper has its value: "year", or "journal" for what is kept as `containerTitle`. */
function why(field: string, address: string): Explained[] {
  return explainPage(document, address).fields.filter((one) => one.field === fieldNamed(field));
}

/** Reads the open document. `address` is the page's address as the inspector gave it. */
async function inspect(address: string): Promise<Answer> {
  const errors: string[] = [];
  const report = await attempt<Answer>(errors, 'notice', document, address);
  const kind = report?.kind ?? 'none';
  const structure =
    kind === 'article' || !report
      ? await attempt<Record<string, Record<string, unknown>[]>>(errors, 'readStructure', document)
      : null;
  const entries =
    kind === 'citation-list'
      ? await attempt<Record<string, unknown>[]>(errors, 'readEntries', document, address)
      : null;
  return {
    kind,
    representation: report?.representation,
    paper: asPrinted((report?.paper ?? null) as { authors?: Name[] } | null),
    sections: (structure?.sections ?? []).map(({ level, title, kind: of }) => ({
      level,
      title,
      kind: of,
    })),
    references: (structure?.references ?? []).map(({ element, ...rest }) => rest),
    citations: (structure?.citations ?? []).map(({ refs, text, section, style, sentence }) => ({
      refs,
      text,
      section,
      style,
      sentence,
    })),
    entries: (entries ?? []).map(({ element, ...rest }) => rest),
    sentences: structure?.sentences?.length ?? 0,
    reasons: report?.reasons ?? [],
    conflicts: report?.conflicts ?? [],
    ...(errors.length > 0 ? { errors } : {}),
  };
}

Object.assign(globalThis, { bearingInspect: inspect, bearingWhy: why });
