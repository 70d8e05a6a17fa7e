/**
 * The DOI of a PDF's paper: on its first page or in its running heads, and not one that the text cites. A copy that arXiv
 * has stamped is arXiv's, whatever other DOI it prints.
 */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { arxivIn, cleanDoi, DOI_PREFIX, looseKey } from '../../text';
import { citesOther, type OwnWork } from './cited-work';
import type { HeadBlock, HeadView } from './view';
import { DOI, FLOOR } from './weights';

export interface DoiView {
  head: HeadView;
  own: OwnWork;
  /** The DOIs of the works in its reference list. */
  listed: ReadonlySet<string>;
}

/** A block with more letters is running text, which cites others. */
const RUNNING = 600;
/** So far before a DOI words can give it to another work, in UTF-16 units. */
const BEFORE = 70;

/** A title is long enough to be known again, in signs of its key. */
const LONG_TITLE = 25;

const FIND = new RegExp(`${DOI_PREFIX}[!#-~]+`, 'g');
/** Words that give a DOI to another work. */
const OTHERS =
  /\b(?:comment(?:ary)? on|correct(?:ion|s) (?:to|of)|errat(?:um|a)|refers? to|companion|supplement(?:ary|al)?|data ?set|dataset|repl(?:y|ies) to|see also|related|available at|deposited|preprint|accompan\w{2,4}|linked|to view|editorial on)\b[^.]{0,60}$/i;
/** "The online version of this article (doi:...) contains supplementary material". */
const THIS = /\bthis (?:article|paper)[^.]{0,20}$/i;
/** Registrants that are archives of data and files: a DOI of theirs is as often of what a paper deposits there. */
const ARCHIVE = /^10\.(?:5061|5281|6084|17605|7910|15468|24433|17632|5255|3886|5066)\//;
/** Running text around a DOI that it mentions, in UTF-16 units: a line of a citation is a label and the DOI. */
const MENTION = 150;
/** A DOI is the last thing but so many letters in a line of citation. */
const AT_END = 40;
/** A DOI that a line or a block cuts ends in a sign that no DOI ends in. */
const OPEN_DOI = /\b10\.\d{4,9}\/(?:\S{0,80}[-./_])?$/;
/** Nothing but a DOI, or its address. */
const ALONE = /^(?:doi:? ?|https?:\/\/\S{0,20})?10\.\d{4,9}\/\S{1,200}$/i;
const ASKS = /\b(?:cite|citation|how to cite|citer|zitier|citar|reference)\b/i;

interface Found {
  doi: string;
  others: boolean;
  asked: boolean;
}

function* dois(text: string): Generator<Found> {
  // A blank that the setting of a line leaves within a DOI.
  const whole = text
    // Fonts have hyphens of several kinds; a DOI has one.
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/\b(10\.\d{4,9}\/) (?=\S)/g, '$1')
    .replace(/\b(10\.\d{4,9}\/[^\s]{1,60}) (?=[._/-]\d)/g, '$1')
    // A serial's number alone names no paper: what follows it is of the DOI.
    .replace(/\b(10\.\d{4,9}\/\d{4}-\d{3}[\dx][.-]) (?=\d)/gi, '$1');
  for (const found of whole.matchAll(FIND)) {
    const end = found.index + found[0].length;
    if (end === whole.length && OPEN_DOI.test(found[0])) continue;
    const doi = cleanDoi(found[0]);
    const before = whole
      .slice(Math.max(0, found.index - BEFORE), found.index)
      .replace(/(?:https?:\/\/)?(?:dx\.)?doi\.org\/$|doi:? ?$/i, '');
    const others = OTHERS.test(before) && !THIS.test(before);
    if (doi) yield { doi, others, asked: ASKS.test(whole.slice(0, found.index)) };
  }
}

/** A DOI of a figure, table or supplement is the paper's with a few signs behind it. */
const LONGEST_PART = 12;
const isPart = (doi: string, part: string): boolean =>
  part.startsWith(doi) &&
  part.length - doi.length <= LONGEST_PART &&
  /^[./](?:[a-z]+-?)?\d{1,4}$/.test(part.slice(doi.length));

/** Whether prose mentions a DOI, rather than a line giving it. */
const isMentioned = (text: string, doi: string): boolean => {
  const at = text.toLowerCase().indexOf(doi);
  return at > MENTION && text.length - at - doi.length > AT_END && !ASKS.test(text);
};

/** A DOI that is a template's: "10.xxxx/draft", "10.1234/5678". */
const isTemplate = (doi: string): boolean => /^10\.(?:1234|0000|xxxx)|x{4}/.test(doi);

function* claims(
  texts: readonly string[],
  weight: (typeof DOI)[keyof typeof DOI],
  own: OwnWork,
): Generator<Claim<string>> {
  for (const text of texts)
    for (const { doi, others, asked } of dois(text)) {
      if (isTemplate(doi)) continue;
      yield { value: doi, weight };
      if (others || citesOther(text, own)) yield { value: doi, weight: DOI.others };
      else if (asked) yield { value: doi, weight: DOI.cited };
      else if (ARCHIVE.test(doi)) yield { value: doi, weight: DOI.archive };
    }
}

const short = (blocks: readonly HeadBlock[]): string[] =>
  blocks.filter(({ text }) => text.length < RUNNING).map(({ text }) => text);

const rules: Rule<DoiView, string>[] = [
  {
    id: 'doi/stamp',
    *find({ head: { turned, blocks } }) {
      const id =
        arxivIn(turned) ??
        arxivIn(turned.replace(/ /g, '')) ??
        arxivIn(blocks.find(({ text }) => /^arxiv:/i.test(text))?.text ?? '');
      if (id) yield { value: `10.48550/arxiv.${id}`, weight: DOI.stamp };
    },
  },
  {
    id: 'doi/heads',
    *find({ head: { heads, repeated, firstHeads }, own }) {
      for (const text of heads)
        for (const claim of claims([text], DOI.head, own)) {
          // At the head of one later page there may be the end of a reference.
          const again = heads.filter((one) => one.toLowerCase().includes(claim.value)).length > 1;
          const sure = again || repeated.includes(text) || firstHeads.includes(text);
          yield claim.weight === DOI.head && !sure ? { ...claim, weight: DOI.second } : claim;
        }
    },
  },
  {
    id: 'doi/front',
    *find({ head: { blocks }, own }) {
      const texts = short(blocks);
      const whole = texts.map((text, i) => {
        // A DOI may go on in the next block, and be on a line of its own below the reference that it is of.
        const rest = OPEN_DOI.test(text) ? (texts[i + 1] ?? '') : '';
        const above = ALONE.test(text) ? (texts[i - 1] ?? '') : '';
        return citesOther(above, own) ? `${above} ${text}${rest}` : text + rest;
      });
      for (const text of whole)
        for (const claim of claims([text], DOI.front, own))
          yield claim.weight === DOI.front && isMentioned(text, claim.value)
            ? { ...claim, weight: DOI.mentioned }
            : claim;
    },
  },
  {
    id: 'doi/cover',
    *find({ head: { cover }, own }) {
      yield* claims(
        cover.map(({ text }) => text),
        DOI.cover,
        own,
      );
    },
  },
  {
    id: 'doi/second',
    *find({ head: { second }, own }) {
      yield* claims(
        short(second).filter((text) => ASKS.test(text) || /^\W*(?:doi|https?:)/i.test(text)),
        DOI.second,
        own,
      );
    },
  },
  {
    // Some papers are cited at their end: "Cite this article as: ... Title ...".
    id: 'doi/cited-at-end',
    *find({ head: { last, blocks }, own }) {
      const titles = blocks
        .map(({ text }) => looseKey(text))
        .filter((key) => key.length > LONG_TITLE);
      for (const [index, { text }] of last.entries()) {
        if (!ASKS.test(text) && !ASKS.test(last[index - 1]?.text ?? '')) continue;
        const key = looseKey(text);
        if (!titles.some((title) => key.includes(title))) continue;
        yield* claims(
          [text, last[index - 1]?.text ?? '', last[index + 1]?.text ?? ''].filter(
            (one) => one.length < RUNNING,
          ),
          DOI.cited,
          own,
        );
      }
    },
  },
  {
    id: 'doi/stated',
    *find({
      head: {
        stated: { info, xmp },
      },
    }) {
      const texts = [
        ...[
          'prism:doi',
          'crossmark:doi',
          'pdfx:doi',
          'dc:identifier',
          'dc:description',
          'dc:source',
        ].flatMap((name) => xmp[name] ?? []),
        ...['doi', 'DOI', 'WPS-ARTICLEDOI', 'Subject', 'Title'].map((name) => info[name] ?? ''),
      ];
      const stated = new Set(
        texts
          .map((text) => cleanDoi(text))
          .filter((doi): doi is string => doi !== null && !isTemplate(doi)),
      );
      for (const value of stated) yield { value, weight: DOI.stated };
    },
  },
  {
    // One that the running heads carry is the paper's, whatever its list says.
    id: 'doi/listed',
    *find({ head: { heads }, listed }) {
      for (const value of listed)
        if (!heads.some((text) => text.toLowerCase().includes(value)))
          yield { value, weight: DOI.listed };
    },
  },
];

export const PDF_DOI: ShownField<DoiView, string> = {
  name: 'doi',
  stages: [{ rules }],
  // Of two DOIs with as much for them one is another work's: none is better than a wrong one.
  election: () => ({
    key: (doi) => doi,
    combine: 'sum',
    absorbs: isPart,
    floor: FLOOR.doi,
    tie: 'none',
  }),
};
