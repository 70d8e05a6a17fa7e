/** The journal, series or proceedings of a PDF's paper: before its volume, in running heads, or as the file states it. */
import {
  abbreviates,
  type Claim,
  isWorkLabel,
  mayBeJournal,
  type Rule,
  type ShownField,
} from '../../page/shared';
import { looseKey } from '../../text';
import { trimOf } from '../text/trim';
import type { OwnCitation } from './cited-work';
import { type Place, withoutAuthors } from './place';
import { isLabel } from './title';
import { type HeadView, likeTitle } from './view';
import { FLOOR, VENUE } from './weights';

export interface VenueView {
  head: HeadView;
  places: readonly Place[];
  title: string;
  families: readonly string[];
  cited: readonly OwnCitation[];
  /** The place of the title's first block; -1 where it is not printed. */
  titleAt: number;
}

/** Names are looked for in so many blocks at the top of the page, and in lines no longer than this. */
const TOP = 6;
const LONGEST = 120;

const SERIAL =
  /\b(?:journal|annals|archives?|bulletin|proceedings|transactions|acta|revista|zeitschrift|letters|reviews?|research|science|sciences|medicine|advances|frontiers|international|conference|workshop|symposium|communications|reports|quarterly|biology|nature|annual|physics)\b/i;

/** "J. Foo 12 (2018) 3" of the Subject that a publisher's tool writes. */
const SUBJECT = /^([^,;:\d(]{3,100}?)[,;]?\s*(?:,|\d|\(|doi|vol)/i;

/** A year with a volume, or a volume, behind a name. */
const PLACED = /\p{L} \(?(?:(?:19|20)\d\d ?[:;(,]|vol(?:ume|\.)? ?\d)/iu;

/** A name without the volume, year or page that follows it. */
function withoutPlace(text: string): string {
  const at = text.search(/\b(?:vol|volume|no|issue|pp?|page \d|(?:19|20)\d\d)\b/i);
  const name = (at > 0 ? text.slice(0, at) : text).replace(/^\d{1,4} | \d{1,4}$/g, '');
  return trimOf(name, '(|,;:');
}

/** Behind the title in a citation: "In: Journal of Foo, 12", "Journal of Foo. 2019". */
const BEHIND_TITLE =
  /^["”’'.,;:\s]{0,6}(?:\[[^\]]{1,40}\][.,;:\s]{0,4})?(?:in:? )?(\p{Lu}[^\d;()[\]]{3,100}?)[.,;:\s]{0,3}(?=[\d;([]|vol|https?:|doi)/iu;

/** "Psychiatry Journal": on pages of the web two such words are a menu's. */
const OF_ONE_WORD = /^(?!(?:this|our|open|the|all|online|latest) )\p{Lu}\p{Ll}{3,20} journal$/iu;

/** A banner has so few words, and is so much larger than the text. */
const MOST_WORDS_OF_BANNER = 7;
const LARGER = 1.15;

const rules: Rule<VenueView, string>[] = [
  {
    id: 'venue/line',
    *find({ places }) {
      for (const { venue, where } of places)
        if (venue) yield { value: venue, weight: where === 'cited' ? VENUE.cited : VENUE.line };
    },
  },
  {
    id: 'venue/heads',
    *find({ head, families, title }): Generator<Claim<string>> {
      for (const text of head.heads)
        for (const part of text.split(/\s*[|•·]\s*|\s{3,}/)) {
          const name = withoutAuthors(withoutPlace(part), families);
          const named = SERIAL.test(name) || PLACED.test(part);
          if (name.length < LONGEST && named && !likeTitle(name, title))
            yield { value: name, weight: VENUE.head };
        }
    },
  },
  {
    id: 'venue/repeated',
    *find({ head: { repeated }, families, title }): Generator<Claim<string>> {
      for (const text of repeated) {
        const name = withoutAuthors(text, families);
        if (
          name.length < LONGEST &&
          !/\d/.test(name) &&
          !isWorkLabel(name) &&
          !likeTitle(name, title)
        )
          yield { value: name, weight: VENUE.repeated };
      }
    },
  },
  {
    id: 'venue/top',
    *find({ head: { blocks }, title }) {
      for (const { text } of blocks.slice(0, TOP))
        if (
          text.length < LONGEST &&
          SERIAL.test(text) &&
          !isWorkLabel(text) &&
          !likeTitle(text, title) &&
          !/^\d|\d{3}|©|:|https?|www|\.(?:com|org)/.test(text)
        )
          yield { value: text, weight: VENUE.serial };
    },
  },
  {
    id: 'venue/cited',
    *find({ cited }) {
      for (const { after } of cited) {
        const value = BEHIND_TITLE.exec(after)?.[1];
        if (value) yield { value, weight: VENUE.cited };
      }
    },
  },
  {
    id: 'venue/banner',
    *find({ head: { blocks, body }, titleAt, title, families }) {
      for (const { text, block } of blocks.slice(0, Math.max(0, titleAt)))
        if (
          block.size > LARGER * body.size &&
          text.split(' ').length <= MOST_WORDS_OF_BANNER &&
          !/\d|[|:@©]|www|\.(?:com|org)/.test(text) &&
          !isLabel(text) &&
          !likeTitle(text, title) &&
          !looseKey(text)
            .split(' ')
            .some((word) => families.includes(word))
        )
          yield { value: text, weight: VENUE.banner };
    },
  },
  {
    id: 'venue/stated',
    *find({
      head: {
        stated: { info, xmp },
      },
    }) {
      for (const value of xmp['prism:publicationname'] ?? []) yield { value, weight: VENUE.stated };
      const subject = /\bdoi\b|\(\d{4}\)|, \d{4}\b/i.test(info.Subject ?? '')
        ? SUBJECT.exec(info.Subject ?? '')?.[1]
        : undefined;
      if (subject) yield { value: subject.trim(), weight: VENUE.stated };
    },
  },
];

export const PDF_VENUE: ShownField<VenueView, string> = {
  name: 'containerTitle',
  stages: [{ rules }],
  election: ({ title }) => ({
    clean: (name) => {
      const clean = trimOf(name.replace(/\s+/g, ' '), ',;:(–—-|_');
      return clean.length > 2 &&
        (mayBeJournal(clean) || OF_ONE_WORD.test(clean)) &&
        !/\b(?:et al|this article|university|department|received|available at|open access|submit)\b/i.test(
          clean,
        ) &&
        looseKey(clean) !== looseKey(title)
        ? clean
        : undefined;
    },
    key: looseKey,
    combine: 'sum',
    // A name in full speaks with the voice of its short forms.
    absorbs: (one, other) => looseKey(one) !== looseKey(other) && abbreviates(other, one),
    floor: FLOOR.venue,
    tie: 'first',
  }),
};
