/**
 * What coders agreed on where they differed. A decision is about one statement, or about the paper as a whole; it outranks
 * the tags, which stay as they are. Counting papers, the word on the paper outranks the one on a statement; counting
 * statements, the other way round.
 */
import { influenceKey } from '../codebook/influences';
import type { CountedUnit, Decision, Direction, Stance, Tag } from '../model';
import { STANCE_WORD } from './types';

type Decidable = Pick<Tag, 'paperId' | 'statementId' | 'codebookId' | 'influenceId'>;

type Word = Pick<Decision, 'direction'> & { stance: Stance | 'mixed' };

export const NOT_ABOUT_IT = 'decided: not about it';

export class Decided {
  private readonly byThing: ReadonlyMap<string, Decision>;

  constructor(
    decisions: readonly Decision[],
    private readonly unit: CountedUnit,
  ) {
    this.byThing = new Map(decisions.map((one) => [thing(one, one.statementId), one]));
  }

  /** Is it about the influence after all? "None" on either takes a tag out. */
  isOut = (tag: Decidable): boolean => this.all(tag).some(({ stance }) => stance === 'none');

  /** What a tag counts with; undefined where nothing was decided. */
  of(tag: Decidable): Word | undefined {
    const [first] = this.all(tag);
    return first && first.stance !== 'none' ? (first as Word) : undefined;
  }

  /** The stance that a tag counts with: what was decided, else its own. */
  stanceOf = (tag: Decidable & Pick<Tag, 'stance'>): Word['stance'] =>
    this.of(tag)?.stance ?? tag.stance;

  /** The same of its direction. */
  directionOf = (tag: Decidable & Pick<Tag, 'direction'>): Direction =>
    this.of(tag)?.direction ?? tag.direction;

  /** The agreed word on a tag, where it is another than the tag's; '' for none. */
  wordOn(tag: Decidable & Pick<Tag, 'stance' | 'direction'>): string {
    if (this.isOut(tag)) return NOT_ABOUT_IT;
    const [stance, direction] = [this.stanceOf(tag), this.directionOf(tag)];
    const words = [
      ...(stance === tag.stance ? [] : [STANCE_WORD[stance]]),
      ...(direction === tag.direction ? [] : [direction]),
    ];
    return words.length ? `decided: ${words.join(', ')}` : '';
  }

  private all(tag: Decidable): Decision[] {
    if (!this.byThing.size) return [];
    const ofPaper = this.byThing.get(thing(tag)) ?? [];
    const ofStatement = this.byThing.get(thing(tag, tag.statementId)) ?? [];
    return (this.unit === 'statements' ? [ofStatement, ofPaper] : [ofPaper, ofStatement]).flat();
  }
}

const thing = (
  one: Pick<Decision, 'paperId' | 'codebookId' | 'influenceId'>,
  statementId = '',
): string => [influenceKey(one), one.paperId, statementId].join(' ');
