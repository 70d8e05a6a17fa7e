/**
 * What the Web Annotation Data Model asks of annotations (https://www.w3.org/TR/annotation-model/), as far as our files use
 * it: each MUST is a line of what was found wrong. Written from the recommendation, without a look at the writer.
 */

type Json = Record<string, unknown>;

/** Terms that each kind of resource may have, by the model; the context knows each of them. */
const TERMS: Readonly<Record<string, readonly string[]>> = {
  AnnotationCollection: ['label', 'total', 'first', 'last', 'creator', 'created'],
  AnnotationPage: ['partOf', 'startIndex', 'items', 'next', 'prev'],
  Annotation: [
    ...['motivation', 'created', 'modified', 'generated', 'creator', 'generator', 'body', 'target'],
    ...['rights', 'canonical', 'via', 'audience', 'stylesheet', 'bodyValue'],
  ],
  TextualBody: ['value', 'format', 'language', 'purpose', 'textDirection', 'creator', 'created'],
  SpecificResource: [
    'source',
    'selector',
    'scope',
    'purpose',
    'state',
    'styleClass',
    'renderedVia',
  ],
  TextQuoteSelector: ['exact', 'prefix', 'suffix', 'refinedBy'],
  TextPositionSelector: ['start', 'end', 'refinedBy'],
  FragmentSelector: ['value', 'conformsTo', 'refinedBy'],
  Person: ['name', 'nickname', 'email', 'email_sha1', 'homepage'],
  Software: ['name', 'nickname', 'email', 'email_sha1', 'homepage'],
};
const MOTIVATIONS = [
  ...['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing'],
  ...['highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'],
];
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

export function faultsOfCollection(json: string): string[] {
  const faults: string[] = [];
  const collection = JSON.parse(json) as Json;
  const must = (isRight: boolean, what: string, of: unknown) => {
    if (!isRight) faults.push(`${what}: ${JSON.stringify(of)}`);
  };
  const known = (one: Json, type: string, isIdNeeded: boolean) => {
    must(one.type === type, `type is ${type}`, one);
    if (isIdNeeded) must(isIri(one.id), `${type} has one IRI`, one.id);
    else must(one.id === undefined || isIri(one.id), `${type} has an IRI or none`, one.id);
    for (const key of Object.keys(one))
      must(['@context', 'id', 'type', ...(TERMS[type] ?? [])].includes(key), `${type} has no`, key);
  };

  must(collection['@context'] === 'http://www.w3.org/ns/anno.jsonld', 'context', collection);
  known(collection, 'AnnotationCollection', true);
  must(typeof collection.label === 'string', 'label', collection.label);
  must(isCount(collection.total), 'total', collection.total);
  if (collection.total === 0) {
    must(collection.first === undefined, 'an empty collection has no page', collection.first);
    return faults;
  }
  const page = collection.first as Json;
  known(page, 'AnnotationPage', true);
  must(page.partOf === collection.id, 'partOf is the collection', page.partOf);
  must(page.startIndex === 0, 'startIndex', page.startIndex);
  const items = page.items as Json[];
  must(
    Array.isArray(items) && items.length === collection.total,
    'items are in total',
    items?.length,
  );
  must(new Set(items.map(({ id }) => id)).size === items.length, 'ids are different', '');

  const agent = (one: unknown, type: string) => {
    known(one as Json, type, false);
    must(isText((one as Json).name), 'an agent has a name', one);
  };
  const selector = (one: Json) => {
    known(one, String(one.type), false);
    if (one.type === 'TextQuoteSelector') {
      must(isText(one.exact), 'exact', one);
      for (const context of [one.prefix, one.suffix])
        must(context === undefined || typeof context === 'string', 'context is a text', context);
    } else if (one.type === 'TextPositionSelector')
      must(
        isCount(one.start) && isCount(one.end) && (one.start as number) <= (one.end as number),
        'positions are in order',
        one,
      );
    else {
      must(one.type === 'FragmentSelector' && isText(one.value), 'a fragment has a value', one);
      must(isIri(one.conformsTo), 'its syntax is an IRI', one.conformsTo);
    }
  };
  for (const item of items) {
    known(item, 'Annotation', true);
    for (const one of list(item.motivation))
      must(MOTIVATIONS.includes(String(one)), 'motivation', one);
    for (const date of [item.created, item.modified]) must(DATE.test(String(date)), 'date', date);
    agent(item.creator, 'Person');
    agent(item.generator, 'Software');
    for (const body of list(item.body) as Json[]) {
      known(body, 'TextualBody', false);
      must(typeof body.value === 'string', 'a body has one value', body);
      must(body.format === 'text/plain', 'a body has a media type', body.format);
      must(MOTIVATIONS.includes(String(body.purpose)), 'purpose', body.purpose);
    }
    const targets = list(item.target) as Json[];
    must(targets.length > 0 && targets[0] !== undefined, 'a target', item);
    for (const target of targets) {
      known(target, 'SpecificResource', false);
      must(isIri(target.source), 'one source, an IRI', target.source);
      must(target.scope === undefined || isIri(target.scope), 'scope is an IRI', target.scope);
      for (const one of list(target.selector) as Json[]) selector(one);
    }
  }
  return faults;
}
