/** The journal by what links to it and what names it beside its own signs: addresses of journals, an ISSN, a cover. */
import * as dom from '../../../dom';
import { squeeze } from '../../../text';
import type { Rule } from '../../claims';
import { isStray, mayBeJournal } from '../../view/journal-name';
import { OTHERS } from '../../view/lines';
import type { ShownView } from '../../view/shown-view';
import { shown } from './claim';
import { LONGEST_NAME } from './venue-own';

type VenueRule = Rule<ShownView, string>;

/** In UTF-16 units: a line of names and labels; the text that is read for a name. */
const LONGEST_LINE = 400;
const LONGEST_BANNER = 300;

/** Words that a serial's name has and a section's has not. */
export const SERIAL =
  /\b(?:journal|annals|proceedings|transactions|bulletin(?! board)|archives|quarterly|database|revista|revue)\b/i;
/** The name that an element shows: its text, or that of its picture. */
export const nameIn = (element: Element): string =>
  squeeze((dom.textContent(element) ?? '').slice(0, LONGEST_BANNER), LONGEST_NAME) ||
  dom.getAttribute(element, 'alt') ||
  dom.getAttribute(element, 'title') ||
  dom.getAttribute(dom.querySelector(element, 'img'), 'alt') ||
  '';

/** Addresses of a journal's own page, by the words that platforms have for it, and of a site's first page. */
const JOURNAL_PAGE =
  /\/(?:journals?|loi|toc|serials?|magazines?|revistas?|revues?|zeitschrift(?:en)?|index\.php)\/[\w.~-]+(?:\/(?:index|home|about|current|issue\/current))?\/?(?:[?#]|$)/i;
const FIRST_PAGE = /^(?:https?:\/\/[^/?#]+)?\/?(?:(?:index|default|home)(?:\.\w{3,5})?)?\/?$/i;
/** Words of a link before the journal's name, and after it. */
const LEADS_TO =
  /^(?:(?:go|return|back|submit(?: an? \w+| your \w+)?) to|visit|about|explore|more (?:from|articles (?:from|in))) (?:the )?| home ?page$/gi;
/** A site of several journals links each of them: so many names are a menu. */
const MOST_LINKED = 3;
const MOST_LINKS = 200;

/** What links to a journal's own page, or to the first page of a journal's site, are called: crumbs, logos, "Back to". */
const linked: VenueRule = {
  id: 'venue/linked',
  *find(view) {
    const found = new Map<string, Element>();
    const first = new Map<string, Element>();
    const { links } = view.doc;
    for (let i = 0; i < links.length && i < MOST_LINKS; i++) {
      const link = links[i] as Element;
      const href = dom.getAttribute(link, 'href') ?? '';
      const isFirst = FIRST_PAGE.test(href) && view.leadsWithin(href);
      const of = JOURNAL_PAGE.test(href) ? found : isFirst ? first : null;
      if (!of || view.isOthers(link)) continue;
      const name = nameIn(link).replace(LEADS_TO, '');
      if (mayBeJournal(name) && !isStray(name) && (of === found || SERIAL.test(name)))
        of.set(name, link);
    }
    if (found.size <= MOST_LINKED)
      for (const [name, link] of found) yield* shown(name, 'venue: linked as a journal', link);
    if (first.size <= MOST_LINKED)
      for (const [name, link] of first) yield* shown(name, 'venue: serial’s site', link);
  },
};

/** "Journal of Examples (ISSN 1234-5678)", or the number in the line after the name. */
const ISSN =
  /^(.*?)[\s,;:|(–-]*(?:\b(?:print|online|electronic|[ep])[\s-]?)?ISSN\b.{0,20}\d{4}-\d{3}[\dX]/i;

const besideIssn: VenueRule = {
  id: 'venue/issn',
  *find({ lines }) {
    for (const [i, { text, element }] of lines.entries()) {
      const number = text.length < LONGEST_LINE ? ISSN.exec(text) : null;
      if (!number) continue;
      const name = number[1] || (lines[i - 1]?.text ?? '');
      if (name.length < LONGEST_NAME && !isStray(name) && !ISSN.test(name))
        yield* shown(name, 'venue: beside its ISSN', element);
    }
  },
};

/** "Journal of Examples cover", "Cover image of Journal of Examples, Volume 27" */
const COVER =
  /^(?:(?:journal|issue|front) )?cover(?: (?:image|art|page))?(?: (?:of|for))?:? (?:[–-] )?(?:the )?(?!(?:image|art|page)\b)(.+)$|^(.+?)(?:,| [–-])? (?:journal |issue |front )?cover(?: (?:image|art|page))?$/i;
const MOST_IMAGES = 80;

const cover: VenueRule = {
  id: 'venue/cover',
  *find({ doc, marks }) {
    const { images } = doc;
    for (let i = 0; i < images.length && i < MOST_IMAGES; i++) {
      const image = images[i] as Element;
      const [, after, before] =
        COVER.exec(squeeze(dom.getAttribute(image, 'alt') ?? '', LONGEST_NAME)) ?? [];
      const name = (after ?? before ?? '').replace(
        /(?:,|:| [–-])? (?:vol(?:ume|\.)?|issue|no\.?) ?\d.*$/is,
        '',
      );
      if (name && !isStray(name) && !(marks(image) & OTHERS))
        yield* shown(name, 'venue: cover', image);
    }
  },
};

export const LINK_RULES: readonly VenueRule[] = [linked, besideIssn, cover];
