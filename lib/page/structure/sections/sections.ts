/** Builds the section tree from the headings met, and tells which headings open things that are not the paper. */
import * as dom from '../../../dom';
import { plain } from '../../reading/plain';
import type { Section } from '../../types';
import { topElements } from '../../view/machine-elements';
import type { Heading } from '../text/walk';
import {
  bareTitle,
  isBackMatter,
  isFurnitureTitle,
  isReferencesTitle,
  sectionKind,
} from './section-kind';

const LABELLED =
  /^(?:fig(?:ure|\.)?|tables?|tab\.|scheme|video|movie|box|chart|plate|equation|eq\.|listing|algorithm|supplementa\w+ (?:fig\w*|table|file|data|movie)|additional file|abbildung|abb\.|tabelle|figura|tabla|tabela)\s*[\dS]+/i;

/** What a heading does to the text below it. */
export type HeadingRole = 'section' | 'references' | 'furniture' | 'none';

/** Words of the page's title, for telling the article's title from its sections. */
export function pageTitles(doc: Document): string[] {
  const out: string[] = [];
  for (const meta of topElements(doc).metas) {
    const name = dom.getAttribute(meta, 'name') ?? dom.getAttribute(meta, 'property');
    if (name && /^(?:citation_title|dc\.title|og:title)$/i.test(name))
      out.push(key(dom.getAttribute(meta, 'content') ?? ''));
  }
  out.push(key(doc.title));
  return out.filter(Boolean);
}

function key(text: string): string {
  return plain(text.slice(0, 1_000))
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}

/** Judges a heading by its words alone. */
export function headingRole(h: Heading, titles: readonly string[]): HeadingRole {
  const title = h.title;
  if (!/\p{L}/u.test(title) || title.length > 300) return 'none';
  if (isReferencesTitle(title)) return 'references';
  if (LABELLED.test(title) || /^[Bb][Yy] \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]*){1,4}$/u.test(title))
    return 'none';
  if (isFurnitureTitle(title)) return 'furniture';
  const k = key(title);
  if (k.length >= 15 && titles.some((t) => t.includes(k) && k.length >= t.length * 0.4))
    return 'none';
  return 'section';
}

/** The section tree while it grows. */
export class SectionTree {
  readonly sections: Section[] = [];
  private stack: { index: number; rank: number }[] = [];
  private sawBody = false;

  /** Adds a section below those of smaller rank; `inAbstract` keeps a structured abstract's parts together. */
  add(title: string, rank: number, heading: Element | null, inAbstract: boolean): number {
    const own = sectionKind(title, !this.sawBody);
    while (this.stack.length) {
      const top = this.stack.at(-1) as { index: number; rank: number };
      const section = this.sections[top.index] as Section;
      if (
        top.rank >= rank &&
        !(inAbstract && section.kind === 'abstract' && section.level === 1 && own !== 'abstract')
      )
        this.stack.pop();
      else if (section.kind === 'abstract' && !inAbstract) this.stack.pop();
      else break;
    }
    const parent = this.stack.at(-1)?.index ?? null;
    const level = this.stack.length + 1;
    const top = this.stack[0] ? (this.sections[this.stack[0].index] as Section) : null;
    // Sub-sections inherit; below a top section that names no kind ("Study 1") the nearest named one decides.
    const above = parent === null ? null : (this.sections[parent] as Section);
    const kind =
      own === 'other' && isBackMatter(title)
        ? own
        : top && top.kind !== 'other'
          ? top.kind
          : own !== 'other'
            ? own
            : (above?.kind ?? 'other');
    const index = this.sections.length;
    this.sections.push({ index, level, title, kind, parent, heading });
    this.stack.push({ index, rank });
    if (kind !== 'abstract' && kind !== 'other') this.sawBody = true;
    return index;
  }

  /**
   * On a page that holds only an abstract, headings without text are the platform's ("Collections", "Dates"):
   * drops them. `filled` are the sections that have text; the answer maps old indexes to new ones.
   */
  prune(filled: ReadonlySet<number>): Map<number, number> | null {
    const body = this.sections.some((s) => s.kind !== 'abstract' && s.kind !== 'other');
    if (body) return null;
    const keep = new Set<number>();
    for (const s of this.sections) {
      if (s.kind === 'other' && !filled.has(s.index)) continue;
      for (let i: number | null = s.index; i !== null; i = this.sections[i]?.parent ?? null)
        keep.add(i);
    }
    const kept = this.sections.filter((s) => keep.has(s.index));
    const moved = new Map(kept.map((s, i) => [s.index, i]));
    for (const s of kept) {
      s.index = moved.get(s.index) as number;
      s.parent = s.parent === null ? null : (moved.get(s.parent) ?? null);
    }
    this.sections.splice(0, this.sections.length, ...kept);
    return moved;
  }

  /** Leaves every open section: what follows belongs to none until the next heading. */
  close(): void {
    this.stack = [];
  }

  /** The open section; null before the first heading. */
  current(): number | null {
    return this.stack.at(-1)?.index ?? null;
  }

  isOpenAbstract(): boolean {
    const first = this.stack[0];
    return first !== undefined && this.sections[first.index]?.kind === 'abstract';
  }

  /** True when the open section carries this title already (a container named abstract around "Abstract"). */
  has(title: string): boolean {
    return this.sections.some((s) => bareTitle(s.title) === bareTitle(title));
  }
}
