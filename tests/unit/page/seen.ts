/** A page as its lines, for tests of rules that need no layout: what a rule claims is compared, nothing is decided. */
import type { Rule } from '../../../lib/page/claims';
import type { ShownField } from '../../../lib/page/settle';
import { readCitationLine } from '../../../lib/page/view/citation-line';
import type { Line } from '../../../lib/page/view/lines';
import {
  type Cited,
  type DoiLink,
  type OwnCitation,
  ShownView,
} from '../../../lib/page/view/shown-view';

/** Where a test has no element. */
const NOWHERE = null as unknown as Element;

const lineOf = (text: string, after: boolean): Line => ({
  ...{ text, after, element: NOWHERE, holders: [] },
});

export interface Seen {
  title?: string;
  /** The window's title. */
  window?: string;
  /** Lines above the title and below it. */
  before?: readonly string[];
  after?: readonly string[];
  /** The page's own citation: what is before its title, and what follows. */
  cited?: { before?: string; tail?: string };
  /** The DOI of the page's own citation, and how that was found. */
  own?: Omit<OwnCitation, 'block'>;
  /** DOIs of links, in their order: to a resolver, unless marked with "!". */
  links?: readonly string[];
  paperUrl?: boolean;
}

class SeenView extends ShownView {
  constructor(private readonly seen: Seen) {
    const { title = '', window = title, paperUrl = false } = seen;
    super({ title: window } as Document, { text: title, element: null }, paperUrl);
  }

  override get text(): string {
    return this.lines.map(({ text }) => text).join('\n');
  }

  override get lines(): Line[] {
    const { before = [], after = [] } = this.seen;
    return [
      ...before.map((text) => lineOf(text, false)),
      ...after.map((text) => lineOf(text, true)),
    ];
  }

  override get doiLinks(): DoiLink[] {
    return (this.seen.links ?? []).map((link, index) => ({
      ...{ doi: link.replace('!', ''), resolver: !link.includes('!'), index },
      link: NOWHERE as HTMLAnchorElement,
    }));
  }

  override get linkedCitation(): OwnCitation | null {
    return this.ownCitation?.found === 'with a link' ? this.ownCitation : null;
  }

  override get ownCitation(): OwnCitation | null {
    return this.seen.own ? { ...this.seen.own, block: NOWHERE } : null;
  }

  override get cited(): Cited | null {
    if (!this.seen.cited) return null;
    const { before = '', tail = '' } = this.seen.cited;
    return {
      ...{ before, tail, block: NOWHERE },
      line: tail ? readCitationLine([lineOf(tail, true)], this.marks) : null,
    };
  }
}

export const seen = (page: Seen): ShownView => new SeenView(page);

/** A field's rule by its id. */
export function ruleOf<View, Value>(field: ShownField<View, Value>, id: string): Rule<View, Value> {
  const rule = field.stages.flatMap(({ rules }) => rules).find((one) => one.id === id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
}

/** What a rule claims: values, with the weight's name after the field's. */
export const claimed = <View, Value>(
  field: ShownField<View, Value>,
  id: string,
  view: View,
): [value: Value, weight: string | undefined][] =>
  [...ruleOf(field, id).find(view)].map(({ value, weight }) => [
    value,
    typeof weight === 'string' ? weight.replace(/^\w+: /, '') : undefined,
  ]);
