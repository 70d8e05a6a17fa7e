/** Text made fit to show and to compare. */
import { describe, expect, it } from 'vitest';
import {
  addressStem,
  asSentence,
  displayJson,
  displayText,
  hasRoute,
  isPdfAddress,
  linkTo,
  looseKey,
  namesInWords,
  namingTitle,
  plain,
  plainTitle,
  plainWords,
  searchText,
  squeeze,
  webAddress,
  yearIn,
} from '../../../lib/text';

describe('what names a thing', () => {
  it.each<[string, string, string]>([
    ['case', 'Peer WORK', 'peer work'],
    ['accents', 'Müller Ångström', 'muller angstrom'],
    ['accents written apart', 'Mu\u0308ller', 'muller'],
    ['several marks on a letter', 'a\u0308\u0301b', 'ab'],
    ['compatibility forms', 'ﬁt²', 'fit2'],
    ['punctuation', 'Peer-work: (one)', 'peer work one'],
    ['signs at the ends', ' “One” ', 'one'],
    ['nothing in other scripts', 'Дом 山田', 'дом 山田'],
    ['nothing of ß', 'Straße', 'straße'],
  ])('ignores %s', (_, text, key) => {
    expect(looseKey(text)).toBe(key);
  });
});

describe('the words of a name, as they are searched', () => {
  it.each([
    ['Peer-work: (one)', 'peer work one'],
    [' “Straße” ', 'strasse'],
    ['Müller', 'muller'],
    ['?!', ''],
  ])('%s: “%s”', (text, words) => {
    expect(plainWords(text)).toBe(words);
  });

  it('are there once where both spellings are the same', () => {
    expect(searchText('pay')).toBe('pay');
    expect(searchText('behaviour')).toBe('behaviour\nbehavior');
  });
});

describe('a title', () => {
  it('is the same in two prints', () => {
    expect(plainTitle('Peer workers: “a review”')).toBe(plainTitle('PEER WORKERS – A review.'));
    expect(plainTitle()).toBe('');
  });

  it.each<[string, string | undefined, string]>([
    ['of 25 letters names a work', 'a'.repeat(25), 'a'.repeat(25)],
    ['of 24 does not', 'a'.repeat(24), ''],
    ['that is long by its signs does not', `Editorial${'.'.repeat(40)}`, ''],
    ['that is not there does not', undefined, ''],
  ])('%s', (_, title, naming) => {
    expect(namingTitle(title)).toBe(naming);
  });
});

describe('of a metadata value', () => {
  it.each<[string, string | null | undefined, string]>([
    ['nothing is left of nothing', undefined, ''],
    ['nothing is left of null', null, ''],
    ['a blank that does not break is one', 'a&nbsp;b', 'a b'],
    ['quotes are decoded', '&quot;a&quot; &apos;b&apos;', '"a" \'b\''],
    ['less and more are decoded', '1 &lt; 2 &gt; 0', '1 < 2 > 0'],
    ['numbers are decoded', '&#x41;&#66;', 'AB'],
    ['the last sign there is', '&#x10FFFF;', '\u{10ffff}'],
    ['numbers beyond it stay', '&#x110000;', '&#x110000;'],
    ['controls stay as they are written', '&#31;a', '&#31;a'],
    ['a blank by its number is one', 'a&#32;b', 'a b'],
    ['other entities stay', '&foo;', '&foo;'],
    ['tags go', '<p class="x">a</p>', 'a'],
    ['tags in entities go', '&lt;i&gt;x&lt;/i&gt;', 'x'],
    ['tags of a long text go', `<a href="${'x'.repeat(150)}">a</a>`, 'a'],
    ['a sign of comparison stays', 'a < b > c', 'a < b > c'],
    ['what is no tag stays', '<1>', '<1>'],
    ['invisible signs go', 'a\u00adb\u200bc\ufeff', 'abc'],
    ['white space is one blank', ' a \n\t b ', 'a b'],
  ])('%s', (_, value, text) => {
    expect(plain(value)).toBe(text);
  });

  it('no more is kept than asked for, nor less', () => {
    expect(squeeze('a'.repeat(50), 20)).toHaveLength(20);
    expect(plain('a'.repeat(50), 20)).toHaveLength(20);
    expect(plain(`<b>${'a'.repeat(20)}</b>`, 20)).toBe('a'.repeat(20));
  });
});

describe('the year', () => {
  it.each<[string, number | undefined]>([
    ['1/2/2019', 2019],
    ['2019-05-01', 2019],
    ['1.2.2019', 2019],
    ['3-4-2019', 2019],
    ['2019.', 2019],
    ['ab2019cd', 2019],
    ['1600', 1600],
    ['2099', 2099],
    ['1599', undefined],
    ['2100', undefined],
    ['12019', undefined],
    ['20191', undefined],
    ['2019.5', undefined],
    ['12.2019', undefined],
    ['12-2019', undefined],
    ['2019–2020', undefined],
    ['2019-1234', undefined],
    ['2019-ABCD-', undefined],
    ['0000-2019', undefined],
    ['10.1000/2019.5', undefined],
    ['v1.2019', undefined],
    ['7-1-2-2019', undefined],
    ['7.1.2.2019', undefined],
    ['(1.2.2019)', 2019],
  ])('in %s: %s', (text, year) => {
    expect(yearIn(text)).toBe(year);
  });
});

describe('names in a sentence', () => {
  const NAMES = ['NI', 'JK', 'TB', 'CM'];
  it.each<[number, number | undefined, string]>([
    [0, undefined, ''],
    [1, undefined, 'NI'],
    [2, undefined, 'NI and JK'],
    [3, undefined, 'NI, JK and TB'],
    [3, 3, 'NI, JK and TB'],
    [4, 3, 'NI, JK, TB and 1 more'],
    [4, 2, 'NI, JK and 2 more'],
  ])('%i of them, at most %s: %s', (count, most, words) => {
    expect(namesInWords(NAMES.slice(0, count), most)).toBe(words);
  });
});

describe('foreign text for the reader', () => {
  it('a blank is no control', () => {
    expect(displayText('a b')).toBe('a b');
  });

  it('JSON keeps its meaning', () => {
    const json = JSON.stringify({ a: '\u202egnp.exe\u0085', b: 'plain' });
    const shown = displayJson(json);
    expect(shown).toBe('{"a":"\\u202egnp.exe\\u0085","b":"plain"}');
    expect(JSON.parse(shown)).toEqual(JSON.parse(json));
  });

  it.each([
    ['one word', 'One word'],
    ['One', 'One'],
    ['élan', 'Élan'],
    ['', ''],
  ])('“%s” begins a sentence as “%s”', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence);
  });
});

describe('addresses', () => {
  it.each([
    ['https://a.example/x.pdf', true],
    ['https://a.example/x.PDF?download=1#page=2', true],
    ['https://a.example/x.pdf/view', false],
    ['https://a.example/?file=x.pdf', false],
    ['x.pdf', false],
  ])('%s looks like a PDF’s: %s', (url, expected) => {
    expect(isPdfAddress(url)).toBe(expected);
  });

  it.each([
    ['https://a.example/x/?a=1#b', 'https://a.example/x'],
    ['about:blank', ''],
    ['', ''],
  ])('what every address of the page at %s begins with: %s', (url, stem) => {
    expect(addressStem(url)).toBe(stem);
  });

  it.each([
    ['https://a.example/#!/x', true],
    ['https://a.example/#/?a=1', true],
    ['https://a.example/', false],
  ])('%s names a view: %s', (url, expected) => {
    expect(hasRoute(url)).toBe(expected);
  });

  it('a link is looked for beyond what is missing', () => {
    expect(linkTo(undefined, 'http://a.example/')).toBe('http://a.example/');
    expect(webAddress(undefined)).toBeUndefined();
    expect(webAddress('https://a.example/a\u0000\u0001b ')).toBe('https://a.example/ab');
  });
});
