/** Editorial notices that the page shows about its own paper: retraction, expression of concern, correction. */
import * as dom from '../../../dom';
import type { Notice } from '../../../model';
import { looseKey } from '../../../text';
import type { Line } from '../../view/lines';
import {
  CALLED,
  DETERMINER,
  DONE,
  FOLLOWS,
  FURTHER,
  HAS,
  LEADING,
  LISTED,
  NOTICE_WORDS,
  type NoticeKind,
} from './notice-words';

/** In UTF-16 units: a longer line is a paragraph; of a notice as much is kept as a reader needs to see what it is. */
const LONGEST_LINE = 600;
const LONGEST_KEPT = 400;
/** Below the abstract's heading is the paper's own text: a longer line there is a sentence of it. */
const LONGEST_IN_TEXT = 160;
/** In signs of its key (looseKey): a shorter title is any words. */
const SHORTEST_TITLE = 12;
/** A heading of other papers is short. */
const LONGEST_HEADING = 60;

const OTHERS =
  /^(?:related|similar|recommended|further|other|more|most (?:read|cited)|latest|trending|cited by|you may|people also|artículos? relacionad|artigos? relacionad|articles? (?:similaires?|liés|connexes)|ähnliche|verwandte|weitere)\b/i;
const ABSTRACT =
  /^(?:abstract|summary|résumé|resum(?:en|o)|zusammenfassung|background|introduction|introducción|introdução|einleitung)\b.{0,3}$/i;

/** The line without the articles and further words that it opens with. */
const withoutArticles = (text: string) => text.replace(DETERMINER, '').replace(FURTHER, '');

/** What a line gives notice of, on the paper of this page; null where it gives none. */
function kindOf(text: string, title: string): NoticeKind | null {
  const done = DONE.find(([, words]) => words.test(text));
  if (done) return done[0];
  const owner = HAS.find((words) => words.test(text));
  const led = owner ?? (LEADING.test(text) ? LEADING : undefined);
  const rest = withoutArticles(led ? text.replace(led, '') : text);
  for (const [kind, words] of CALLED) {
    const [name] = words.exec(rest) ?? [];
    if (name === undefined) continue;
    const after = rest.slice(name.length);
    if (led || LISTED.test(after) || FOLLOWS.some((one) => one.test(after))) return kind;
    // These words have no other use.
    if (kind === 'concern' && /^(?:$|\s*[:.|–—])/.test(after)) return kind;
    // "Correction to: " and the page's own title.
    if (title.length > SHORTEST_TITLE && looseKey(after).includes(title)) return kind;
  }
  return null;
}

/** "RETRACTED: Peer roles", "Peer roles (retracted)": the title itself gives notice. */
const IN_TITLE =
  /^\W*(?:(?:retracted|withdrawn|retratado|retractado|rétracté|zurückgezogen)(?: (?:article|paper))?|(?:artigo|artículo) (?:retratado|retractado)|article rétracté)\s*[:\])–—-]|[([](?:retracted|withdrawn)(?: article| paper)?\b[^()[\]]{0,80}[)\]]\W*$/i;

/**
 * @param zone lines around the title
 * @param title the paper's: a line that is a part of it is not a notice
 */
export function visibleNotices(zone: readonly Line[], title = ''): Notice[] {
  const found: Notice[] = [];
  const add = (kind: NoticeKind, text: string) => {
    if (!found.some((one) => one.kind === kind))
      found.push({ kind, text: text.slice(0, LONGEST_KEPT) });
  };
  if (IN_TITLE.test(title)) add('retraction', title);
  const titleKey = looseKey(title);
  let others = false;
  let inText = false;
  for (const { text, element } of zone) {
    const heading = /^H[1-6]$/.test(dom.nodeName(element));
    if (text.length < LONGEST_HEADING && OTHERS.test(text)) others = true;
    else if (heading) others = false;
    inText ||= text.length < LONGEST_HEADING && ABSTRACT.test(text);
    if (others || text.length > (inText ? LONGEST_IN_TEXT : LONGEST_LINE)) continue;
    if (!NOTICE_WORDS.test(text) || titleKey.includes(looseKey(text))) continue;
    if (dom.closest(element, 'nav,footer,[class*="elated"],[class*="eference"],[class*="menu"]'))
      continue;
    const kind = kindOf(text, titleKey);
    if (kind) add(kind, text);
  }
  return found;
}
