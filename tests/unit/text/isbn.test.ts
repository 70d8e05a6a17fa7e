/** An ISBN counts when its check digit is right: a page may write anything where one is expected. */
import { describe, expect, it } from 'vitest';
import { isbnIn } from '../../../lib/text';

describe('an ISBN is read from', () => {
  it.each([
    ['thirteen digits', '9783161484100', '9783161484100'],
    ['thirteen digits with hyphens', '978-3-16-148410-0', '9783161484100'],
    ['ten digits', '0-306-40615-2', '0306406152'],
    ['ten of which the last is ten', '0 8044 2957 X', '080442957X'],
    ['a small x', '0-8044-2957-x', '080442957X'],
    ['a name and an edition', 'ISBN: 978-3-16-148410-0 (print)', '9783161484100'],
    ['a URN', 'urn:isbn:9783161484100', '9783161484100'],
    ['the second of two, when the first is wrong', '9783161484101; 0306406152', '0306406152'],
  ])('%s', (_, text, isbn) => {
    expect(isbnIn(text)).toBe(isbn);
  });
});

describe('no ISBN is read from', () => {
  it.each([
    ['a wrong check digit', '978-3-16-148410-1'],
    ['two digits that changed places', '0-306-46015-2'],
    ['thirteen digits of another kind of thing', '4006381333931'],
    ['a part of a longer number', '19783161484100'],
    ['an ISSN', '1748-5908'],
    ['a DOI', '10.1186/s13012-019-0892-4'],
    ['markup', '<script>9783161484101</script>'],
    ['an X within', '97831614841X0'],
    ['what begins far on', `${'a'.repeat(2_000)} 9783161484100`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(isbnIn(text)).toBeUndefined();
  });
});
