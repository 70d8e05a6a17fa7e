/** Puts what was read of a page together into the structure that others see: sentences, citations, references. */

import { plain } from '../reading/plain';
import type { Citation, PageStructure, Reference, Sentence } from '../types';
import type { Found } from './citations/read';
import type { Entry } from './references/entry';
import type { SectionTree } from './sections/sections';
import type { Block } from './text/blocks';
import { splitSentences } from './text/sentences';

const MAX_SENTENCES = 30_000;

/** Puts sentences and citations together: each knows the other and its section. */
export function* assemble(
  tree: SectionTree,
  blocks: readonly Block[],
  found: readonly Found[],
  entries: readonly Entry[],
): Generator<void, PageStructure> {
  const byBlock = new Map<Block, Found[]>();
  for (const f of found) {
    const mine = byBlock.get(f.block);
    if (mine) mine.push(f);
    else byBlock.set(f.block, [f]);
  }
  const sentences: Sentence[] = [];
  const citations: Citation[] = [];
  let n = 0;
  for (const block of blocks) {
    const mine = byBlock.get(block) ?? [];
    const spans =
      block.kind === 'text' && sentences.length < MAX_SENTENCES
        ? splitSentences(block.text, { masks: mine.map((f) => [f.start, f.end] as const) })
        : [];
    const first = sentences.length;
    for (const [start, end] of spans) {
      const text = plain(block.text.slice(start, end));
      sentences.push({
        index: sentences.length,
        text,
        section: block.section,
        citations: [],
        range: () => block.range(start, end),
      });
    }
    for (const f of mine) {
      const at = spans.findIndex(([start, end]) => f.start < end && f.end > start);
      const index = citations.length;
      const sentence = at < 0 ? null : first + at;
      citations.push({
        index,
        text: plain(block.text.slice(f.start, f.end)),
        refs: f.refs.map((r) => (entries[r] as Entry).id),
        style: f.style,
        section: block.section,
        sentence,
        range: () => block.range(f.start, f.end),
      });
      if (sentence !== null) sentences[sentence]?.citations.push(index);
    }
    if (++n % 40 === 0) yield;
  }
  return {
    sections: tree.sections,
    sentences,
    references: entries.map(publicReference),
    citations,
  };
}

/** The contract's fields only; those of the print are read when they are asked for. */
export function publicReference(e: Entry): Reference {
  const { id, label, text, element } = e;
  return {
    id,
    label,
    text,
    get doi() {
      return e.doi;
    },
    get pmid() {
      return e.pmid;
    },
    get title() {
      return e.title;
    },
    get year() {
      return e.year;
    },
    get firstAuthor() {
      return e.firstAuthor;
    },
    get container() {
      return e.container;
    },
    get volume() {
      return e.volume;
    },
    get issue() {
      return e.issue;
    },
    get pages() {
      return e.pages;
    },
    get url() {
      return e.url;
    },
    element,
  };
}
