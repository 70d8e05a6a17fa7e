/** The journal, as the page shows it: citation line, banner, labels, window title. Every place has a vote. */
import * as dom from '../../../dom';
import { looseKey, squeeze } from '../../../text';
import type { Rule } from '../../claims';
import type { ShownField } from '../../settle';
import { journalOfDatedLine } from '../../view/citation-line';
import { fieldLabelled } from '../../view/field-labels';
import { namesDetails } from '../../view/headings';
import { abbreviates, isStray, mayBeJournal } from '../../view/journal-name';
import { FURNITURE, type Line, OTHERS } from '../../view/lines';
import type { ShownView } from '../../view/shown-view';
import { titleParts } from '../../view/window-title';
import { isWorkLabel } from '../../view/work-label';
import { shown } from './claim';
import { LINK_RULES, nameIn, SERIAL } from './venue-links';
import {
  GOES_ON,
  grammarVenue,
  inTitle,
  LONGEST_FULL_NAME,
  LONGEST_NAME,
  ownVenue,
  shortForm,
} from './venue-own';
import { SPELLED_RULES } from './venue-spelled';

type VenueRule = Rule<ShownView, string>;

/** Elements whose names may name the journal's, and what is looked at of them. */
const JOURNALISH = [
  '[class*="ournal"],[id*="ournal"],[class*="publication-title"],[class*="publicationHead"] .title',
  '[id*="productTitle"],[class*="jnl-abbrev"],[property="isPartOf"] [property="name"],#page_title',
  '[class*="logo"],[id*="pub-name"]',
].join(',');
const STRONG_NAME =
  /journal.{0,3}(?:title|name|banner|heading|link)|publication.?(?:title|head)|productTitle|jnl|page_title|pub-name/i;
const MOST_NAMED = 150;
const MOST_NAMES = 10;
/** An element with more children is more than a name. */
const MOST_CHILDREN = 6;
/** In UTF-16 units: a line of names and labels; a line of a volume. */
const LONGEST_LINE = 400;
const LONGEST_VOLUME_LINE = 120;
/** As much of the title is looked for in the window title, which may cut it. */
const TITLE_START = 60;
const LONGEST_WINDOW_TITLE = 800;

/** Labels in front of a venue of its own. */
const LABEL = new RegExp(
  `^(?:${[
    'volume|venue|journal|published in|in|series|conference|book title|proceedings|periodical',
    'publication(?: title)?|host publication(?: title)?|journal title|part of',
    'revue|zeitschrift|revista|rivista|czasopismo|журнал|収録刊行物|掲載誌',
  ].join('|')})\\s*:?$`,
  'i',
);
const citationLine: VenueRule = {
  id: 'venue/citation-line',
  find: (view) =>
    shown(shortForm(view), 'venue: citation line', view.citationLine?.element ?? null),
};

const ownCitation: VenueRule = {
  id: 'venue/own-citation',
  *find(view) {
    const own = ownVenue(view);
    if (!own || !view.cited) return;
    const at = view.cited.block;
    if (own.book) {
      yield* shown(own.venue, 'venue: book in the own citation', at);
      return;
    }
    yield* shown(own.venue, 'venue: own citation', at);
    const read = grammarVenue(view);
    if (own.venue === undefined || !read?.endsWith(own.venue))
      yield* shown(read, 'venue: own citation', at);
  },
};

const datedLines: VenueRule = {
  id: 'venue/dated-lines',
  *find({ lines }) {
    for (const line of lines)
      yield* shown(journalOfDatedLine(line), 'venue: dated line', line.element);
  },
};

/** Elements whose class or id calls them the journal's name: banners, logos. */
const named: VenueRule = {
  id: 'venue/named-elements',
  *find({ doc, marks }) {
    const elements = doc.querySelectorAll(JOURNALISH);
    const once = new Set<string>();
    for (let i = 0; i < elements.length && i < MOST_NAMED && once.size < MOST_NAMES; i++) {
      const element = elements[i] as Element;
      const heading = dom.nodeName(element) === 'H1';
      // A page's first heading names its journal even where it is in the navigation.
      if (marks(element) & (heading ? OTHERS : OTHERS | FURNITURE)) continue;
      const name = dom.childElementCount(element) > MOST_CHILDREN ? '' : nameIn(element);
      const bare = name.replace(/(?<!\s)\s+(?:logo|home\s?page)$/i, '');
      if (!mayBeJournal(name) || isStray(bare) || once.has(name)) continue;
      once.add(name);
      const names = `${dom.getAttribute(element, 'class')} ${dom.id(element)}`;
      if (STRONG_NAME.test(names)) yield* shown(name, 'venue: called a journal', element);
      else if (heading) yield* shown(name, 'venue: first heading', element);
      else if (/logo|brand/i.test(names)) yield* shown(name, 'venue: logo', element);
      else yield* shown(name, 'venue: named like a journal', element);
    }
  },
};

const labelled: VenueRule = {
  id: 'venue/labelled',
  *find({ lines }) {
    for (const [i, { text, element }] of lines.entries()) {
      const above = lines[i - 1];
      // A label after a label: the first had no value.
      const empty =
        /^(?:H\d|DT|TH)$/.test(dom.nodeName(element)) &&
        dom.nodeName(element) === dom.nodeName(above?.element);
      const label = empty ? '' : (above?.text ?? '');
      // "Volume 27 (1)" is a volume: a name of two words or fewer does not follow that label.
      const few = /vol/i.test(label) ? 2 : 0;
      // The value of one field before the label of the next: "Source type", "Journal", "Language".
      const value = dom.nodeName(above?.element) === 'DD' || fieldLabelled(text) !== undefined;
      if (value) continue;
      if (LABEL.test(label) && text.length < LONGEST_NAME && text.split(' ').length > few)
        yield* shown(text, 'venue: labelled', element);
    }
  },
};

const record: VenueRule = {
  id: 'venue/record',
  *find({ record: of }) {
    if (of) yield* shown(of.container, 'venue: in a record', of.at);
  },
};

const aboveTitle: VenueRule = {
  id: 'venue/above-title',
  *find(view) {
    for (const [i, { text, element, after }] of view.lines.entries()) {
      if (after || text.length > LONGEST_NAME) continue;
      // "Database of Foo Reviews | Review"
      for (const part of text.includes(' | ') ? text.split(' | ') : [])
        if (SERIAL.test(part) && !isStray(part))
          yield* shown(part, 'venue: serial above the title', element);
      if (isStray(text) || view.isOthers(element)) continue;
      const next = view.lines[i + 1]?.text ?? '';
      if (/\bvol(?:ume|\.)?\s*\d|\bissue\s*\d/i.test(next) && next.length < LONGEST_VOLUME_LINE)
        yield* shown(text, 'venue: above its volume', element);
      else if (/^H[12]$/.test(dom.nodeName(element)))
        yield* shown(text, 'venue: heading above the title', element);
    }
  },
};

/** What the window title has around the paper's title. */
const windowTitle: VenueRule = {
  id: 'venue/window-title',
  *find(view) {
    const { doc, title } = view;
    const window = squeeze(doc.title, LONGEST_WINDOW_TITLE);
    const at = window.toLowerCase().indexOf(title.toLowerCase().slice(0, TITLE_START));
    const around =
      at < 0
        ? []
        : [window.slice(0, at), window.slice(at + title.length)].flatMap((text) =>
            text.split(/ ?[|:·»] ?| [–—-]+ /),
          );
    // "Title - Author - 2011 - Journal - Publisher"
    const author = / [-–—] ([^|]{2,40}?) [-–—] (?:19|20)\d\d [-–—] /.exec(window)?.[1];
    for (const part of new Set([...titleParts(doc), ...around.map((one) => one.trim())]))
      if (
        part !== author &&
        !inTitle(title, part) &&
        !(title && inTitle(part, title)) &&
        !/(?<![A-Za-z])\d{3}(?!\d-|\d\))/.test(part)
      )
        yield* shown(
          part,
          view.isSiteName(part) ? 'venue: site’s name in the window title' : 'venue: window title',
          null,
        );
  },
};

const introduced: VenueRule = {
  id: 'venue/introduced',
  *find({ lines }) {
    for (const { text, element } of lines) {
      if (text.length > LONGEST_LINE) continue;
      const source = (
        /^(?:\d{4} \(\p{L}+\) ?)?(?:articles from|published in:?|in:|source:?|journal:)\s+([^.;]{3,120})/iu.exec(
          text,
        )?.[1] ?? ''
      )
        .replace(/ are provided here.*/s, '')
        .replace(/(?<![\s,(])[\s,(]+(?:vol|e?-?issn|\d).*/is, '');
      // "Source type" is a label of its own.
      if (source && !/^\p{Ll}+$/u.test(source) && !isStray(source))
        yield* shown(source, 'venue: introduced', element);
    }
  },
};

const lineItalics: VenueRule = {
  id: 'venue/italics-before-volume',
  *find({ lines }) {
    for (const { text, element } of lines) {
      if (text.length > LONGEST_LINE) continue;
      const em = dom.querySelector(element, 'i,em,cite');
      const name = squeeze((dom.textContent(em) ?? '').slice(0, LONGEST_NAME), LONGEST_FULL_NAME);
      // The element may be in another line of its block.
      const at = text.indexOf(name);
      if (at < 0) continue;
      const next = text.slice(at + name.length);
      // A journal in italics goes on with its volume or year; a species does not.
      if (name && !/\s\p{Ll}{4}/u.test(name) && GOES_ON.test(next))
        yield* shown(name, 'venue: italics before a volume', element);
    }
  },
};

const bibtex: VenueRule = {
  id: 'venue/bibtex',
  *find({ lines }) {
    for (const { text, element } of lines)
      if (text.length <= LONGEST_LINE)
        yield* shown(
          /\b(?:journal|booktitle)\s*=\s*[{"]+([^{}"]{3,200})[}"]/i.exec(text)?.[1],
          'venue: BibTeX',
          element,
        );
  },
};

/** A trail is short; a menu is not. */
const MOST_CRUMBS = 12;

/** The parts of a trail between its separators; where these are pictures, or set by a style, each element is a part. */
function crumbs({ text, element, after, holders }: Line): string[] {
  if ((after ? /[>›»]/ : /[>›»]|\s\/\s/).test(text)) return text.split(/ ?[>›/»|] ?/, MOST_CRUMBS);
  if (!dom.closest(element, '[class*="readcrumb"],[id*="readcrumb"]')) return [];
  const parts = holders.map((one) =>
    squeeze(dom.textContent(one) ?? '', LONGEST_NAME).replace(/^[\s/|]+|(?<![\s/|])[\s/|]+$/g, ''),
  );
  return [...new Set(parts)].slice(0, MOST_CRUMBS);
}

const breadcrumbs: VenueRule = {
  id: 'venue/breadcrumbs',
  *find({ lines, marks }) {
    for (const line of lines) {
      const { text, element } = line;
      if (text.length > LONGEST_LINE || !(marks(element) & FURNITURE)) continue;
      for (const part of crumbs(line))
        if (!isStray(part))
          yield* shown(
            part,
            SERIAL.test(part) ? 'venue: serial in breadcrumbs' : 'venue: breadcrumbs',
            element,
          );
    }
  },
};

/** The name as it would be printed; undefined for what cannot be a journal's name, and for the paper's title. */
function cleanName(text: string, titleKey: string): string | undefined {
  const name = squeeze(text, LONGEST_NAME)
    .replace(/^(?:journal:|in:|published in:?)\s+/i, '')
    .replace(/ ?\([^()]*(?:publishing|publications?)\)$| logo$| home ?page$/i, '')
    // "<em>Journal, 27</em>(1)": the volume is set in italics with the name.
    .replace(/(?<=\p{L}),\s*\d{1,4}$/u, '')
    .replace(/(?<![\s,.;:|>›])[\s,.;:|>›]+$/, '');
  const key = venueKey(name);
  const journal = mayBeJournal(name) && !namesDetails(name) && !isWorkLabel(name);
  return journal && key.length > 1 && !titleKey.startsWith(key) ? name : undefined;
}

const venueKey = (name: string) => looseKey(name).replace(/^the /, '');

export const SHOWN_VENUE: ShownField<ShownView, string> = {
  name: 'containerTitle',
  stages: [
    {
      rules: [
        ...[citationLine, ...SPELLED_RULES, ownCitation, datedLines, named, labelled, record],
        ...[aboveTitle, windowTitle, introduced, lineItalics, bibtex, breadcrumbs],
        ...LINK_RULES,
      ],
    },
  ],
  election: ({ title }) => {
    const titleKey = looseKey(title);
    return {
      clean: (name) => cleanName(name, titleKey),
      // Names that differ in case, accents and punctuation only are one.
      key: venueKey,
      combine: 'sum',
      // A name that is spelled out takes the votes of its short form.
      absorbs: (one, other) => other.length < one.length && abbreviates(other, one),
      floor: 2,
      tie: 'first',
    };
  },
};

/** Volume, issue and pages: by the citation line, else by the page's own citation of itself. */
const placed = (field: 'volume' | 'issue' | 'page'): ShownField<ShownView, string> => ({
  name: field,
  stages: [
    {
      rules: [
        {
          id: `${field}/citation-line`,
          find: ({ citationLine: line }) =>
            shown(line?.[field], 'place: citation line', line?.element ?? null),
        },
        {
          id: `${field}/record`,
          find: ({ record: of }) => shown(of?.[field], 'place: in a record', of?.at ?? null),
        },
        {
          id: `${field}/own-citation`,
          // Of two lines one is read: a volume of one and a page of the other would be no place.
          find: (view) =>
            view.citationLine
              ? []
              : shown(view.cited?.line?.[field], 'place: own citation', view.cited?.block ?? null),
        },
      ],
    },
  ],
  election: () => ({ key: String, combine: 'heaviest', floor: 0, tie: 'first' }),
});

export const SHOWN_PLACE = [placed('volume'), placed('issue'), placed('page')] as const;
