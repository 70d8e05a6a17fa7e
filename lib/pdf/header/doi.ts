/**
 * The DOI of a PDF's paper: on its first page or in its running heads, and not one that the text cites. A copy that arXiv
 * has stamped is arXiv's, whatever other DOI it prints.
 */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { arxivIn, cleanDoi, DOI_PREFIX, looseKey } from '../../text';
import type { HeadBlock, HeadView } from './view';
import { DOI, FLOOR } from './weights';

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
/** A DOI that a line or a block cuts ends in a sign that no DOI ends in. */
const OPEN_DOI = /\b10\.\d{4,9}\/(?:\S{0,80}[-./_])?$/;
const ASKS = /\b(?:cite|citation|how to cite|citer|zitier|citar|reference)\b/i;

interface Found {
  doi: string;
  others: boolean;
  asked: boolean;
}

function* dois(text: string): Generator<Found> {
  // A blank that the setting of a line leaves within a DOI.
  const whole = text
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

/** A DOI that is a template's: "10.xxxx/draft", "10.1234/5678". */
const isTemplate = (doi: string): boolean => /^10\.(?:1234|0000|xxxx)|x{4}/.test(doi);

function* claims(
  texts: readonly string[],
  weight: (typeof DOI)[keyof typeof DOI],
): Generator<Claim<string>> {
  for (const text of texts)
    for (const { doi, others, asked } of dois(text)) {
      if (isTemplate(doi)) continue;
      yield { value: doi, weight };
      if (others) yield { value: doi, weight: DOI.others };
      else if (asked) yield { value: doi, weight: DOI.cited };
    }
}

const short = (blocks: readonly HeadBlock[]): string[] =>
  blocks.filter(({ text }) => text.length < RUNNING).map(({ text }) => text);

const rules: Rule<HeadView, string>[] = [
  {
    id: 'doi/stamp',
    *find({ turned, blocks }) {
      const id =
        arxivIn(turned) ??
        arxivIn(turned.replace(/ /g, '')) ??
        arxivIn(blocks.find(({ text }) => /^arxiv:/i.test(text))?.text ?? '');
      if (id) yield { value: `10.48550/arxiv.${id}`, weight: DOI.stamp };
    },
  },
  {
    id: 'doi/heads',
    *find({ heads }) {
      yield* claims(heads, DOI.head);
    },
  },
  {
    id: 'doi/front',
    *find({ blocks }) {
      const texts = short(blocks);
      // A DOI may go on in the next block.
      const whole = texts.map((text, i) =>
        OPEN_DOI.test(text) ? `${text}${texts[i + 1] ?? ''}` : text,
      );
      yield* claims(whole, DOI.front);
    },
  },
  {
    id: 'doi/cover',
    *find({ cover }) {
      yield* claims(
        cover.map(({ text }) => text),
        DOI.cover,
      );
    },
  },
  {
    id: 'doi/second',
    *find({ second }) {
      yield* claims(
        short(second).filter((text) => ASKS.test(text) || /^\W*(?:doi|https?:)/i.test(text)),
        DOI.second,
      );
    },
  },
  {
    // Some papers are cited at their end: "Cite this article as: ... Title ...".
    id: 'doi/cited-at-end',
    *find({ last, blocks }) {
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
        );
      }
    },
  },
  {
    id: 'doi/stated',
    *find({ stated: { info, xmp } }) {
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
];

export const PDF_DOI: ShownField<HeadView, string> = {
  name: 'doi',
  stages: [{ rules }],
  election: () => ({ key: (doi) => doi, combine: 'sum', floor: FLOOR.doi, tie: 'first' }),
};
