/** Checks on tags, influences and codebooks. */
import { toRecheck } from '../../../codebook/edit';
import { booksInUse, influenceKey } from '../../../codebook/influences';
import { grouped, type InfluenceRef, type Tag } from '../../../model';
import { looseKey } from '../../../text';
import { countOf } from '../../notes';
import { notReportedRoller } from '../../roll-up';
import type { Evidence } from '../evidence';
import { areOf, CFIR_RATING, type Check, ENTREQ, haveOf, whereAny } from './types';

const idsOf = (tags: readonly Tag[]): string[] => tags.map(({ id }) => id);
const taggedRows = (evidence: Evidence) =>
  evidence.rows.filter(({ key }) => evidence.ownTagsOf(key).length > 0);

export const CODING_CHECKS: readonly Check[] = [
  {
    ...{ id: 'no-definition', label: 'Definitions', source: `${ENTREQ}, item 17` },
    find: (evidence) =>
      whereAny(
        taggedRows(evidence).filter(({ influence }) => !influence.influence.definition.trim()),
        (rows) => ({
          text: `${haveOf(rows.length, 'tagged influence')} no definition: ${rows.map(({ influence }) => influence.label).join('; ')}.`,
          tagIds: rows.flatMap(({ key }) => idsOf(evidence.ownTagsOf(key))),
        }),
      ),
  },
  {
    ...{ id: 'not-determinants', label: 'Strategies and outcomes', source: CFIR_RATING },
    find: (evidence) => {
      const kinds = new Map(evidence.records.codebooks.map(({ id, kind }) => [id, kind]));
      const isOther = ({ codebookId }: Tag) =>
        ['strategies', 'outcomes'].includes(kinds.get(codebookId) ?? '');
      const others = evidence.tags.filter(isOther);
      return others.length === evidence.tags.length
        ? []
        : whereAny(others, (tags) => ({
            text: `${areOf(tags.length, 'tag')} of a codebook of strategies or outcomes, in one table with influences.`,
            tagIds: idsOf(tags),
          }));
    },
  },
  {
    ...{ id: 'versions', label: 'Versions of a codebook', source: `${ENTREQ}, item 17` },
    find: (evidence) => {
      const { review, codebooks } = evidence.records;
      const inUse = booksInUse(review, codebooks);
      // Tags keep the version that they were made under: it matters where their influence means something else now.
      const changed = toRecheck(evidence.tags, inUse, codebooks).map(({ tag }) => tag);
      const byBook = grouped(
        changed.filter(({ recheck }) => !recheck),
        ({ codebookId }) => codebookId,
      );
      return inUse.flatMap(({ id, name, version }) =>
        whereAny(byBook.get(id) ?? [], (tags) => ({
          text: `${name}: version ${version}, which is in use, words the influence of ${countOf(tags.length, 'tag')} differently, or no longer has it.`,
          tagIds: idsOf(tags),
        })),
      );
    },
  },
  {
    ...{ id: 'recheck', label: 'Tags to look at again', source: `${ENTREQ}, item 17` },
    find: (evidence) =>
      whereAny(
        evidence.tags.filter(({ recheck }) => recheck),
        (tags) => ({
          text: `${areOf(tags.length, 'counted tag')} to be looked at again since a change of the codebook.`,
          tagIds: idsOf(tags),
        }),
      ),
  },
  {
    ...{ id: 'incomplete-book', label: 'Incomplete codebooks', source: `${ENTREQ}, item 19` },
    find: ({ records: { review, codebooks } }) =>
      booksInUse(review, codebooks)
        .filter(({ complete }) => !complete)
        .map(({ name, missing }) => ({
          text: `${name} is not the whole framework${missing ? `: ${missing}` : '.'}`,
        })),
  },
  {
    ...{ id: 'one-label', label: 'One name in two codebooks', source: `${ENTREQ}, item 19` },
    find: (evidence) => {
      const named = grouped(taggedRows(evidence), ({ influence }) =>
        looseKey(influence.influence.label),
      );
      return [...named.values()]
        .map((rows) => ({
          rows,
          books: new Set(rows.map(({ influence }) => influence.codebookId)),
        }))
        .filter(({ books }) => books.size > 1)
        .map(({ rows, books }) => ({
          text: `“${rows[0]?.influence.influence.label}” is tagged in ${books.size} codebooks: what is one influence has several rows.`,
          tagIds: rows.flatMap(({ key }) => idsOf(evidence.ownTagsOf(key))),
        }));
    },
  },
  {
    ...{ id: 'broader-too', label: 'Broader and narrower', source: `${ENTREQ}, item 17` },
    find: (evidence) => {
      const both = evidence.rows.flatMap(({ key }) => {
        const [tags, all] = [evidence.ownTagsOf(key), evidence.tagsOf(key)];
        if (!tags.length || tags.length === all.length) return [];
        const own = new Set(tags.map((tag) => evidence.statementKey(tag)));
        return all.filter(
          (tag) => influenceKey(tag) !== key && own.has(evidence.statementKey(tag)),
        );
      });
      return whereAny([...new Set(both)], (tags) => ({
        text: `${haveOf(evidence.count(tags).statements, 'statement')} a tag on an influence and on one that it is under: one of them may be too much.`,
        tagIds: idsOf(tags),
      }));
    },
  },
  {
    ...{ id: 'no-direction', label: 'Directions', source: CFIR_RATING },
    find: (evidence) => {
      // A mention need not go either way.
      const directed = evidence.tags.filter((tag) => evidence.stanceOf(tag) !== 'mentioning');
      const unstated = directed.filter((tag) => evidence.directionOf(tag) === 'unstated');
      return unstated.length === directed.length
        ? []
        : whereAny(unstated, (tags) => ({
            text: `${haveOf(tags.length, 'tag')} no direction: “Barriers and facilitators” has no line for that.`,
            tagIds: idsOf(tags),
          }));
    },
  },
  {
    ...{ id: 'strength-direction', label: 'Strength against direction', source: CFIR_RATING },
    find: (evidence) => {
      const isAgainst = ({ strength, direction }: Tag) =>
        typeof strength === 'number' &&
        ((strength > 0 && direction === 'barrier') ||
          (strength < 0 && direction === 'facilitator'));
      return whereAny(evidence.tags.filter(isAgainst), (tags) => ({
        text: `${haveOf(tags.length, 'tag')} a strength against the direction (a barrier above 0, or a facilitator below).`,
        tagIds: idsOf(tags),
      }));
    },
  },
  {
    ...{ id: 'no-voice', label: 'Whose words', source: `${ENTREQ}, item 20` },
    find: (evidence) => {
      const silent = evidence.tags.filter(({ voice }) => !voice);
      return silent.length === evidence.tags.length
        ? []
        : whereAny(silent, (tags) => ({
            text: `${haveOf(tags.length, 'tag')} no voice: in “Quotes by influence” participants’ and authors’ words are not told apart there.`,
            tagIds: idsOf(tags),
          }));
    },
  },
  {
    ...{ id: 'no-page', label: 'Pages of quotes', source: `${ENTREQ}, item 20` },
    find: (evidence) =>
      whereAny(
        evidence.tags.filter(({ statementId }) => {
          const statement = evidence.statement(statementId);
          const isPdf = statement?.targets.every(({ representation }) => representation === 'pdf');
          return isPdf && !statement?.page;
        }),
        (tags) => ({
          text: `${areOf(evidence.count(tags).statements, 'quote')} from a PDF without a printed page.`,
          tagIds: idsOf(tags),
        }),
      ),
  },
  {
    ...{ id: 'second-hand', label: 'Second-hand statements', source: `${ENTREQ}, item 20` },
    find: (evidence) =>
      evidence.options.secondHand
        ? whereAny(
            evidence.tags.filter(({ basis }) => basis === 'second-hand'),
            (tags) => ({
              text: `${areOf(evidence.count(tags).statements, 'second-hand statement')} counted: the paper that it cites may be counted as well.`,
              tagIds: idsOf(tags),
            }),
          )
        : [],
  },
  {
    ...{ id: 'disputed', label: 'Tagged and not reported', source: `${ENTREQ}, item 17` },
    find: (evidence) => {
      const open = evidence.tags.filter((tag) => !evidence.isDecided(tag));
      const tagged = grouped(open, (tag) => placeOf(tag, tag.paperId));
      const disputed = evidence.records.assessments.flatMap(
        (one) => tagged.get(placeOf(one, one.paperId)) ?? [],
      );
      return whereAny([...new Set(disputed)], (tags) => ({
        text: `${areOf(tags.length, 'tag')} on an influence that someone also looked for in its paper and did not find.`,
        tagIds: idsOf(tags),
      }));
    },
  },
  {
    ...{ id: 'not-assessed', label: 'Cells not assessed', source: `${ENTREQ}, item 17` },
    find: (evidence) => {
      const { assessments, reviewPapers, tags } = evidence.records;
      if (!assessments.length) return [];
      const read = new Set(
        reviewPapers.filter(({ progress }) => progress === 'read').map(({ paperId }) => paperId),
      );
      // Of anyone's tags: those apart, and those that coders decided against, were looked for too.
      const known = new Set(
        tags.flatMap((tag) => evidence.broader(tag).map((ref) => placeOf(ref, tag.paperId))),
      );
      const rows = evidence.rows.filter(({ isFormer }) => !isFormer);
      const roll = notReportedRoller(
        rows.map(({ influence: { codebookId, influenceId, label, influence } }) => ({
          ...{ codebookId, influenceId, label, parent: influence.parent },
        })),
      );
      for (const [paperId, own] of grouped(assessments, (one) => one.paperId))
        for (const ref of roll(own, (key) => known.has(`${key} ${paperId}`)))
          known.add(placeOf(ref, paperId));
      const open = evidence.paperIds.filter(
        (id) => read.has(id) && rows.some(({ key }) => !known.has(`${key} ${id}`)),
      );
      return whereAny(open, (paperIds) => ({
        text: `${haveOf(paperIds.length, 'paper that is read', 'papers that are read')} influences that were neither tagged nor looked for, beside papers where that was said.`,
        paperIds,
      }));
    },
  },
];

const placeOf = (ref: InfluenceRef, paperId: string): string => `${influenceKey(ref)} ${paperId}`;
