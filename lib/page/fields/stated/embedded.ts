/** What a page's JSON-LD and COinS state about its paper, and what its address does. */
import type { FieldSource } from '../../../model';
import { articleDoiOfUrl } from '../../../text';
import { describe, readCoins } from '../../view/embedded';
import type { PageView } from '../../view/page-view';
import { sayUrl } from '../../view/paper-address';
import type { Field, Raw } from '../../view/raw';
import type { StatedRule } from './rule';

/** The fields that JSON-LD describes; COinS and addresses give fewer of them. */
const FIELDS: readonly Field[] = [
  ...(['doi', 'title', 'authors', 'year', 'containerTitle', 'volume', 'issue', 'page'] as const),
  ...(['publisher', 'issn', 'isbn', 'number', 'genre', 'editors', 'language', 'status'] as const),
  ...(['abstract', 'type', 'keywords'] as const),
];
const IDENTIFIERS: readonly Field[] = ['doi', 'pmid', 'pmcid', 'arxiv'];

const from = (
  source: FieldSource,
  fields: readonly Field[],
  read: (view: PageView) => Raw | null,
): StatedRule[] =>
  fields.map((field) => ({
    id: `${source}/${field}`,
    field,
    find: (view) => {
      const value = read(view)?.[field];
      return value === undefined ? [] : [{ source, value }];
    },
  }));

/** The identifiers that the address carries, and the DOI of the canonical one. */
function inAddress({ url, address }: PageView): Raw {
  const raw = sayUrl(url);
  const doi = raw.doi ?? articleDoiOfUrl(address);
  return doi ? { ...raw, doi } : raw;
}

export const JSON_LD_RULES = from('json-ld', FIELDS, (view) =>
  view.known('work', () => view.jsonLd.work && describe(view.jsonLd.work)),
);
/** Asked only where no tag and no JSON-LD makes the page a paper: a paper's page has those of its references too. */
export const COINS_RULES = from('coins', FIELDS, (view) =>
  view.known('coins', () => readCoins(view.doc)),
);
export const ADDRESS_RULES = from('url', IDENTIFIERS, (view) =>
  view.known('inAddress', () => inAddress(view)),
);
