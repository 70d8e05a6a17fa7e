/**
 * The authors as the page shows them. Names come in families: elements of one kind, or lines that follow one
 * another, that hold nothing but names. The largest such family near the title is the byline.
 */
import * as dom from '../../../dom';
import { looksLikeName, looseKey, parseName, splitNames, squeeze } from '../../../text';
import { readCitation } from '../../../text/citation';
import type { Claim, Rule } from '../../claims';
import type { ShownField } from '../../settle';
import { AUTHORS, FURNITURE, type Line, type Marks, OTHERS, PEOPLE } from '../../view/lines';
import {
  distinct,
  LONGEST_BYLINE,
  MOST_BETWEEN,
  marksIn,
  namesOfLine,
} from '../../view/name-lines';
import { LONGEST_CITATION } from '../../view/own-citation';
import type { ShownView } from '../../view/shown-view';
import { aboveTitle } from './authors-above';
import { shortForm } from './venue-own';

/** A label that announces authors, in the languages of the pages. */
const LABEL =
  /^(?:authors?(?:\(s\)|s)?(?: listed)?|creators?|by|autor(?:es|\(es\)|[ií]a|i|as|en|zy|\/innen|es\/as)?|auteure?s?|verfasser(?:angaben)?|författare|автор[ы]?|著者|作者|dc\.(?:contributor\.author|creator)(?:\[\w{2,8}\])?)\s*:?$/i;
/** A label that announces people who are not the authors. */
const ROLE =
  /^(?:dc\.contributor\.(?!author)\w+|(?:thesis )?(?:advis[eo]r|supervisor|examiner|referee|editor)s?(?:\(s\))?|committee(?: members?)?|jury|directeurs?(?: de thèse)?|betreuer|gutachter|orientador\S*|banca\b.{0,20}|herausgeber|depositing user|handledare|publisher)\s*(?::|$)/iu;
/** The same before the names themselves. */
const ROLE_OF = /^(?:(?:edited|supervised|reviewed|translated) by|sous la direction)\s/i;
const END =
  /^(?:abstract|summary|résumé|resumen|zusammenfassung|keywords?|key words)\b|^(?:аннотация|抄録|要旨|摘要)/i;

type AuthorsRule = Rule<ShownView, string[]>;

interface Family {
  names: string[];
  /** How many of the names have a mark of an affiliation or an address behind them. */
  marked: number;
  misses: number;
  first: number;
  last: number;
  called: boolean;
}

const kindOf = (element: Element | null): string =>
  element
    ? `${dom.localName(element)}.${(dom.getAttribute(element, 'class') ?? '').trim().split(/\s+/)[0]}`
    : '';

/** How far below the title a byline is looked for, in lines; an abstract or a paragraph takes the place of many. */
const FARTHEST = 200;
const LINES_OF_TEXT = 40;
/** Names so many lines apart are not one byline. */
const MOST_APART = 40;
/** Names that begin further below the title are of other things more often. */
const LATE = 30;
/** One name that nothing calls an author's is believed right below the title only. */
const RIGHT_BELOW = 3;
/** In UTF-16 units: a line of text, a label and its names, a label alone. */
const LONGEST_PARAGRAPH = 700;
const LONGEST_ROLE = 200;
const LONGEST_ROLE_ALONE = 30;
/** An element around one name: its text, its children, and how many of these around one another. */
const LONGEST_NAME = 90;
const READ_OF_NAME = 300;
const MOST_CHILDREN = 8;
const MOST_DEPTH = 4;
/** Of the texts in a family, so many must be names. */
const LEAST_NAMES = 0.34;
/** A family counts for more the purer it is; one with as many gaps as it may have still counts for most of its names. */
const WITH_GAPS = 0.4;
/** In UTF-16 units: a shorter text is an initial or a mark. */
const SHORTEST_NAME = 3;
/** A family that begins late counts a quarter: four names in a box further down do not outweigh a byline of one name. */
const LATE_COUNTS = 0.25;

/** The texts that hold nothing but names, by their kind of element and by the run of lines that they are in. */
class Families {
  private readonly all = new Map<string, Family>();

  put(kind: string, at: number, called: boolean, names: string[], marked = 0): void {
    const family = this.all.get(kind) ?? {
      ...{ names: [], marked: 0, misses: 0, first: at, last: at, called: false },
    };
    this.all.set(kind, family);
    if (names.length === 0) family.misses++;
    else if (family.names.length === 0 || at - family.last < MOST_APART) {
      if (family.names.length === 0) family.first = at;
      family.last = at;
      family.called ||= called;
      family.names.push(...names);
      family.marked += marked;
    }
  }

  *claims(isOther: (name: string) => boolean): Iterable<Claim<string[]>> {
    for (const { names: raw, marked, misses, first, called } of this.all.values()) {
      const ratio = raw.length / (raw.length + misses);
      if (!(ratio >= LEAST_NAMES)) continue;
      const names = distinct(raw).filter((name) => !isOther(name));
      if (names.length === 0 || (!called && names.length < 2 && first > RIGHT_BELOW)) continue;
      const hasMarks = marked > 1 && marked >= names.length / 2;
      yield {
        value: names,
        source: 'visible',
        weight: called ? 'authors: a name called an author’s' : 'authors: a name',
        times: names.length * (WITH_GAPS + ratio) * (first > LATE && !hasMarks ? LATE_COUNTS : 1),
      };
    }
  }
}

/** Reads the lines around the title into families of names. */
function familiesOf(zone: readonly Line[], marks: Marks): Families {
  const families = new Families();
  const seen = new Set<Element>();
  let place = 0;
  let between = Number.POSITIVE_INFINITY;
  let run = '';
  let announced = false;
  let role = false;
  for (const { text, element, after, holders } of zone) {
    // Above the title are the names of other things and menus ("Authors", "Referees").
    const told =
      announced &&
      (after ||
        namesOfLine(text, true).length > 0 ||
        looksLikeName(
          squeeze((dom.textContent(holders[0]) ?? '').slice(0, READ_OF_NAME), LONGEST_NAME),
        ));
    announced = LABEL.test(text) && !(marks(element) & FURNITURE);
    if (!after && !told) continue;
    // Those whom another label announces are passed over, however many lines they fill.
    if (text.length < LONGEST_ROLE && (ROLE.test(text) || ROLE_OF.test(text))) {
      role = text.length < LONGEST_ROLE_ALONE;
      continue;
    }
    role &&= !told && namesOfLine(text, true).length > 0;
    if (role) continue;
    place += END.test(text) || text.length > LONGEST_PARAGRAPH ? LINES_OF_TEXT : 1;
    if (place > FARTHEST) break;
    const bits = marks(element);
    if (bits & (OTHERS | FURNITURE | PEOPLE) && !(bits & AUTHORS)) continue;
    const called = told || (bits & AUTHORS) > 0;
    const names = text.length < LONGEST_BYLINE || called ? namesOfLine(text, called) : [];
    const marked = names.length > 0 ? marksIn(text) : 0;
    const kind = `${kindOf(element)}<${kindOf(dom.parentElement(element))}`;
    families.put(kind, place, called, names, marked);
    // Lines of names that follow one another, whatever holds them; a heading of two words among them is of a section.
    const heading = !called && names.length === 1 && /^H[1-6]$/.test(dom.nodeName(element));
    if (names.length > 0 && !heading) {
      if (between > MOST_BETWEEN) run = `run ${place}`;
      families.put(run, place, called, names, marked);
      between = 0;
    } else between++;
    for (const holder of holders)
      putHolders(holder, seen, (up, name) =>
        families.put(
          dom.className(up) ? `=${kindOf(up)}` : `=${kindOf(up)}<${kindOf(dom.parentElement(up))}`,
          place,
          told || (marks(up) & AUTHORS) > 0,
          looksLikeName(name) ? [name] : [],
        ),
      );
  }
  return families;
}

/** Pieces of text of one name, with its marks. */
const MOST_PIECES = 40;

/** The text of an element without what is set high in it: "Ada Berg<sup>a</sup>". */
function withoutRaised(element: Element): string {
  const whole = dom.textContent(element) ?? '';
  if (whole.length > READ_OF_NAME || !dom.querySelector(element, 'sup')) return whole;
  const walker = dom.ownerDocument(element).createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  for (let i = 0; i < MOST_PIECES; i++) {
    const node = walker.nextNode();
    if (!node) break;
    text += dom.closest(dom.parentElement(node), 'sup') ? ' ' : (dom.nodeValue(node) ?? '');
  }
  return text;
}

/** The elements around one piece of text that are no longer than a name. */
function putHolders(
  holder: Element,
  seen: Set<Element>,
  put: (element: Element, text: string) => void,
): void {
  let up: Element | null = holder;
  for (let depth = 0; up && depth < MOST_DEPTH; depth++, up = dom.parentElement(up)) {
    if (seen.has(up) || dom.childElementCount(up) >= MOST_CHILDREN) return;
    seen.add(up);
    const own = withoutRaised(up).slice(0, READ_OF_NAME).trim();
    if (own.length > LONGEST_NAME) return;
    if (own.length >= SHORTEST_NAME) put(up, squeeze(own, LONGEST_NAME));
  }
}

/** @param journal what is known of it, since its name may look like a person's */
const byline = (journal: string | undefined): AuthorsRule => ({
  id: 'authors/byline',
  *find(view) {
    const others = new Set([journal, shortForm(view)].map((name) => looseKey(name ?? '')));
    yield* familiesOf(view.lines, view.marks).claims((name) => others.has(looseKey(name)));
  },
});

const record: AuthorsRule = {
  id: 'authors/record',
  *find({ record: of }) {
    if (of && of.names.length > 0)
      yield {
        ...{ value: of.names, source: 'visible', weight: 'authors: in a record', at: of.at },
        times: of.names.length,
      };
  },
};

/** "Haug, M (Haug, Mette); Tran, LK (Tran, Linh K.)": each short name with the name in full after it. */
const IN_FULL = /([^;()]{3,60}?) ?\(([^;()]{4,80})\)/g;

const inFull: AuthorsRule = {
  id: 'authors/in-full',
  *find({ lines }) {
    for (const { text, element } of lines) {
      if (text.length > LONGEST_BYLINE || !text.includes('(')) continue;
      const names = [...text.replace(/^by:? /i, '').matchAll(IN_FULL)].flatMap(
        ([, short = '', full = '']) => {
          const [a, b] = [parseName(short.replace(/^[\s,;]+/, '')), parseName(full)];
          const longer = (b?.given?.length ?? 0) > (a?.given?.length ?? 0);
          return longer && a?.family && looseKey(a.family) === looseKey(b?.family ?? '')
            ? [full]
            : [];
        },
      );
      if (names.length > 0)
        yield {
          ...{ value: names, source: 'visible', at: element, times: names.length },
          weight: 'authors: in full after the short name',
        };
    }
  },
};

/** As much of a title opens it in a citation, whatever follows; and what is read of the citation. */
const TITLE_START = 12;
const LONGEST_AFTER_BY = 900;

/** The authors in the page's own citation of itself: before the title, or after it and "by". */
const ownCitation: AuthorsRule = {
  id: 'authors/own-citation',
  *find({ ownCitation: own, title }) {
    if (!own) return;
    const text = squeeze(dom.textContent(own.block) ?? '', LONGEST_CITATION);
    const at = text.indexOf(title.slice(0, TITLE_START));
    const by = text.search(/(?:^|[^a-z])by /);
    const after =
      by < 0
        ? undefined
        : /^.?by (.{4,600}?)(?<!\p{Lu})\.(?: ?\p{Lu}[\p{L} ]{1,100},|$)/u.exec(
            text.slice(by, by + LONGEST_AFTER_BY),
          )?.[1];
    const names = after
      ? splitNames(after)
      : readCitation(text.slice(0, Math.max(at, 0))).authors.map(
          ({ family = '', given, literal }) => literal ?? (given ? `${family}, ${given}` : family),
        );
    const value = names.filter(looksLikeName);
    if (value.length > 0)
      yield { value, source: 'visible', weight: 'authors: own citation', at: own.block };
  },
};

/** Tags that are read, and how much of the page's text is searched for their names, in UTF-16 units. */
const MOST_TAGS = 200;
const LONGEST_TAG = 20_000;
const MOST_NAMES = 500;
const MOST_TEXT = 2_000_000;

/**
 * The names in the web's plain `author` tag. One alone is as often the site's; several are the paper's where the
 * page's text knows half of them or more.
 */
const plainTags: AuthorsRule = {
  id: 'authors/plain-tags',
  *find({ doc }) {
    const tags = [...doc.querySelectorAll('meta[name="author" i]')].slice(0, MOST_TAGS);
    const names = tags
      .flatMap((tag) => splitNames((dom.getAttribute(tag, 'content') ?? '').slice(0, LONGEST_TAG)))
      .slice(0, MOST_NAMES);
    if (names.length < 2 || !names.every(looksLikeName)) return;
    const text = squeeze(dom.textContent(doc.body) ?? '', MOST_TEXT);
    const shown = names.filter((name) => text.includes(parseName(name)?.family ?? name));
    if (shown.length >= names.length / 2)
      yield { value: names, source: 'og', weight: 'authors: plain tags' };
  },
};

const some = (ranked: readonly unknown[]) => ranked.length > 0;

/**
 * @param lastResorts whether the page has no author yet, so that weaker signs are better than nothing
 * @param journal what is known of the journal
 */
export const shownAuthors = (
  lastResorts: boolean,
  journal: string | undefined,
): ShownField<ShownView, string[]> => ({
  name: 'authors',
  stages: [
    { rules: [inFull, record], enough: some },
    { rules: [byline(journal), aboveTitle], enough: some },
    ...(lastResorts ? [{ rules: [ownCitation], enough: some }, { rules: [plainTags] }] : []),
  ],
  election: () => ({
    // Each family is read in another way: none is another's.
    key: (names) => names,
    combine: 'heaviest',
    floor: 0,
    tie: 'first',
  }),
});
