/** What can be jumped to from the popup by typing: papers of the review, influences, commands; the best matches of each. */
import { searchInfluences } from '@/lib/codebook';
import { influenceKey } from '@/lib/codebook/influences';
import type { Codebook, Paper } from '@/lib/model';
import { displayText, FOUND, searchedWords, Vocabulary } from '@/lib/text';

/** A command by its words; those of a control on screen press it. */
export interface JumpCommand {
  id: string;
  text: string;
  /** Other words that a reader may type for it. */
  also?: string;
}

/** What a paper is called here. */
export interface JumpPaper {
  id: string;
  text: string;
  more: string;
}

export interface JumpHit extends JumpPaper {
  kind: 'command' | 'influence' | 'paper';
}

export interface JumpSources {
  commands: readonly JumpCommand[];
  codebooks: readonly Codebook[];
  papers: PaperSearch;
}

/** Of each kind; a list that fits into the popup without scrolling far. */
const MOST_OF_A_KIND = 5;

/** Before anything is typed the commands are listed: they are what can be done. */
export function jumpHits(typed: string, { commands, codebooks, papers }: JumpSources): JumpHit[] {
  const asked = commands.map(
    ({ id, text }): JumpHit => ({ kind: 'command', id, text, more: 'Command' }),
  );
  if (!typed.trim()) return asked;
  const texts = commands.map(({ text, also }) => `${text} ${also ?? ''}`);
  const commandHits = ranked(typed, new TextSearch(texts))
    .slice(0, MOST_OF_A_KIND)
    .map((at) => asked[at] as JumpHit);
  const bookName = ({ name }: Codebook) => (codebooks.length > 1 ? displayText(name) : 'Influence');
  const influences = searchInfluences(typed, codebooks, { limit: MOST_OF_A_KIND }).map(
    (one): JumpHit => ({
      ...{ kind: 'influence', id: influenceKey(one), text: one.label },
      more: one.via ? `“${displayText(one.via)}”` : bookName(one.codebook),
    }),
  );
  return [...commandHits, ...influences, ...papers.find(typed, MOST_OF_A_KIND)];
}

/** The papers of a review, searched by any words of what names them. */
export class PaperSearch {
  private readonly texts: TextSearch;

  constructor(
    private readonly named: readonly JumpPaper[],
    papers: readonly Pick<Paper, 'doi' | 'authors'>[],
  ) {
    this.texts = new TextSearch(
      named.map(({ text, more }, at) => {
        const { doi = '', authors = [] } = papers[at] ?? {};
        return [text, more, doi, ...authors.map((a) => a.family ?? a.literal ?? '')].join(' ');
      }),
    );
  }

  find(typed: string, most: number): JumpHit[] {
    return ranked(typed, this.texts)
      .slice(0, most)
      .map((at) => ({ kind: 'paper', ...(this.named[at] as JumpPaper) }));
  }
}

/** Texts by the words that they hold. */
class TextSearch {
  readonly vocabulary = new Vocabulary();
  readonly words: readonly Uint32Array[];

  constructor(texts: readonly string[]) {
    this.words = texts.map((text) => this.vocabulary.wordsOf(text));
  }
}

/** The places of the texts that hold every typed word, the most exact first, otherwise in their order. */
function ranked(typed: string, { vocabulary, words }: TextSearch): number[] {
  const looked = searchedWords(typed).map((word) => vocabulary.look(word));
  return words
    .map((own, at) => {
      const how = looked.map((found) => Math.max(...Array.from(own, (n) => found[n] ?? FOUND.not)));
      return { at, missing: how.includes(FOUND.not), exact: how.reduce((a, b) => a + b, 0) };
    })
    .filter(({ missing }) => !missing)
    .sort((a, b) => b.exact - a.exact || a.at - b.at)
    .map(({ at }) => at);
}
