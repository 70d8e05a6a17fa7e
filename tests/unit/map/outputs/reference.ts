/**
 * What tables count, slowly and plainly: loops over all tags, for one influence at a time, without anything of lib/map. It
 * is written from the rules of counting (units, denominators, second-hand apart, broader influences), not from the code.
 */
import type { CountOptions, ReviewRecords } from '../../../../lib/map/outputs/types';
import type { Direction, Memo, Tag } from '../../../../lib/model';

type Stance = 'supporting' | 'mixed' | 'contrasting' | 'mentioning' | 'differ';

export class Reference {
  readonly papers: string[] = [];
  /** The tags that count. */
  readonly tags: Tag[] = [];

  constructor(
    readonly records: ReviewRecords,
    readonly options: Required<Pick<CountOptions, 'unit' | 'denominator' | 'secondHand'>> &
      Pick<CountOptions, 'coder'>,
  ) {
    for (const one of records.reviewPapers) {
      let counts = one.eligibility !== 'excluded';
      if (options.denominator === 'included') counts = one.eligibility === 'included';
      if (options.denominator === 'read') counts = counts && one.progress === 'read';
      if (options.denominator === 'tagged')
        counts = counts && records.tags.some((t) => t.paperId === one.paperId && this.isBy(t));
      if (counts) this.papers.push(one.paperId);
    }
    for (const tag of records.tags) {
      if (!this.papers.includes(tag.paperId) || !this.isBy(tag)) continue;
      if (tag.basis === 'second-hand' && !options.secondHand) continue;
      this.tags.push(tag);
    }
  }

  person(coderId: string): string {
    return this.records.coders.find(({ id }) => id === coderId)?.into ?? coderId;
  }

  isBy({ coderId }: { coderId: string }): boolean {
    const { coder } = this.options;
    return coder === undefined || this.person(coder) === this.person(coderId);
  }

  /** What an influence is under, as the first version has it that has the influence. */
  parentOf(codebookId: string, influenceId: string): string | undefined {
    for (const book of this.records.codebooks)
      for (const one of book.influences)
        if (book.id === codebookId && one.id === influenceId) return one.parent;
    return undefined;
  }

  isKnown(codebookId: string, influenceId: string): boolean {
    return this.records.codebooks.some(
      (book) => book.id === codebookId && book.influences.some(({ id }) => id === influenceId),
    );
  }

  isUnder(tag: Tag, codebookId: string, influenceId: string): boolean {
    if (tag.codebookId !== codebookId) return false;
    const met: string[] = [];
    for (let at: string | undefined = tag.influenceId; at && !met.includes(at); ) {
      if (at === influenceId) return true;
      met.push(at);
      at = this.parentOf(codebookId, at);
    }
    return false;
  }

  /** The smallest id of all papers of the study, directly or by way of others. */
  studyOf(paperId: string): string {
    const { reviewPapers, familyMembers } = this.records;
    const listed = reviewPapers.map((one) => one.paperId);
    const study = [paperId];
    for (let before = 0; before < study.length; ) {
      before = study.length;
      for (const a of familyMembers)
        for (const b of familyMembers)
          if (a.familyId === b.familyId && study.includes(a.paperId) && !study.includes(b.paperId))
            if (listed.includes(a.paperId) && listed.includes(b.paperId)) study.push(b.paperId);
    }
    return study.sort()[0] ?? paperId;
  }

  quoteOf(tag: Tag): string {
    const found = this.records.statements.find(({ id }) => id === tag.statementId);
    return JSON.stringify([tag.paperId, found ? found.quoteKey : `id ${tag.statementId}`]);
  }

  /** The sites that a reader may count: not those of a paper that does not count. */
  sites(): string[] {
    return this.records.sites
      .filter((site) => site.paperId === undefined || this.papers.includes(site.paperId))
      .map(({ id }) => id);
  }

  unitsOf(tag: Tag): string[] {
    const { unit } = this.options;
    if (unit === 'papers') return [tag.paperId];
    if (unit === 'families') return [this.studyOf(tag.paperId)];
    if (unit === 'statements') return [this.quoteOf(tag)];
    if (unit === 'occurrences')
      return [JSON.stringify([tag.codebookId, tag.influenceId, tag.paperId])];
    return this.sites().filter((id) => id === tag.siteId);
  }

  units(tags: readonly Tag[]): string[] {
    const units: string[] = [];
    for (const tag of tags)
      for (const unit of this.unitsOf(tag)) if (!units.includes(unit)) units.push(unit);
    return units;
  }

  get N(): number {
    const { unit } = this.options;
    if (unit === 'papers') return this.papers.length;
    if (unit === 'families') return new Set(this.papers.map((id) => this.studyOf(id))).size;
    if (unit === 'sites' || unit === 'meetings') return this.sites().length;
    return this.units(this.tags).length;
  }

  row(codebookId: string, influenceId: string) {
    const tags = this.tags.filter((tag) => this.isUnder(tag, codebookId, influenceId));
    const { N } = this;
    const n = this.units(tags).length;
    const stances = { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 0 };
    for (const unit of this.units(tags)) {
      const of = tags.filter((tag) => this.unitsOf(tag).includes(unit));
      stances[this.stanceOfUnit(of)] += 1;
    }
    const papers = [...new Set(tags.map(({ paperId }) => paperId))];
    return {
      ...{ n, N, stances, share: N ? n / N : 0 },
      statements: new Set(tags.map((tag) => this.quoteOf(tag))).size,
      families: new Set(papers.map((id) => this.studyOf(id))).size,
      papers: papers.sort(),
      tagIds: tags.map(({ id }) => id).sort(),
      directions: Object.fromEntries(
        (['barrier', 'facilitator', 'both', 'unstated'] as const).map((direction) => [
          direction,
          this.direction(tags, direction, this.options.unit === 'statements' ? n : N),
        ]),
      ),
    };
  }

  private direction(all: readonly Tag[], direction: Direction, of: number) {
    const tags = all.filter((tag) => tag.direction === direction);
    const n = this.units(tags).length;
    const statements = new Set(tags.map((tag) => this.quoteOf(tag))).size;
    return { n, statements, share: of ? n / of : 0 };
  }

  private stanceOfUnit(tags: readonly Tag[]): Stance {
    const said: Stance[] = [];
    for (const paperId of new Set(tags.map((tag) => tag.paperId))) {
      const byPerson = new Set<Stance>();
      for (const { id } of this.records.coders) {
        const own = tags.filter(
          (tag) => tag.paperId === paperId && this.person(tag.coderId) === id,
        );
        const has = (stance: Tag['stance']) => own.some((tag) => tag.stance === stance);
        if (has('supporting') && has('contrasting')) byPerson.add('mixed');
        else if (has('supporting')) byPerson.add('supporting');
        else if (has('contrasting')) byPerson.add('contrasting');
        else if (has('mentioning')) byPerson.add('mentioning');
      }
      said.push(byPerson.size > 1 ? 'differ' : ([...byPerson][0] as Stance));
    }
    if (said.includes('differ')) return 'differ';
    const supports = said.includes('supporting') || said.includes('mixed');
    const contrasts = said.includes('contrasting') || said.includes('mixed');
    if (supports && contrasts) return 'mixed';
    if (supports) return 'supporting';
    return contrasts ? 'contrasting' : 'mentioning';
  }

  /** What is in one cell of the rating matrix: the memos of its coders, else its tags, else that it was looked for. */
  cell(codebookId: string, influenceId: string, caseId: string, isSite: boolean) {
    const isHere = (one: { codebookId: string; influenceId: string }) =>
      one.codebookId === codebookId && one.influenceId === influenceId;
    const isOf = (one: Pick<Memo, 'siteId' | 'paperId'>) =>
      (isSite ? one.siteId : one.paperId) === caseId;
    const words = new Map<string, { at: string; word: string }>();
    for (const memo of this.records.memos) {
      if (!isHere(memo) || !isOf(memo) || !this.isBy(memo)) continue;
      if (memo.rating === undefined && memo.word === undefined) continue;
      const before = words.get(this.person(memo.coderId));
      const word = `${memo.word ?? memo.rating}${memo.star ? '*' : ''}`;
      if (!before || before.at < memo.updatedAt)
        words.set(this.person(memo.coderId), { at: memo.updatedAt, word });
    }
    const typed = [...new Set([...words.values()].map(({ word }) => word))];
    if (typed.length) return { from: 'memos', word: typed.length > 1 ? 'differ' : typed[0] };
    const tags = this.tags.filter((tag) => isHere(tag) && isOf(tag));
    if (tags.length) return { from: 'tags', tagIds: tags.map(({ id }) => id) };
    const isSilent =
      !isSite && this.records.assessments.some((one) => isHere(one) && isOf(one) && this.isBy(one));
    return { from: isSilent ? 'silence' : 'nothing' };
  }
}
