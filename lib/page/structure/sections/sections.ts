/** Builds the section tree from the headings met. */
import type { Section } from '../../types';
import type { TitleWords } from './section-kind';

/** The section tree while it grows. */
export class SectionTree {
  readonly sections: Section[] = [];
  private stack: { index: number; rank: number }[] = [];
  private sawBody = false;

  /** Adds a section below those of smaller rank; `inAbstract` keeps a structured abstract's parts together. */
  add(words: TitleWords, rank: number, heading: Element | null, inAbstract: boolean): Section {
    const { title, backMatter } = words;
    const own = this.sawBody ? words.laterKind : words.kind;
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
      own === 'other' && backMatter
        ? own
        : top && top.kind !== 'other'
          ? top.kind
          : own !== 'other'
            ? own
            : (above?.kind ?? 'other');
    const index = this.sections.length;
    const section = { index, level, title, kind, parent, heading };
    this.sections.push(section);
    this.stack.push({ index, rank });
    if (kind !== 'abstract' && kind !== 'other') this.sawBody = true;
    return section;
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
}
