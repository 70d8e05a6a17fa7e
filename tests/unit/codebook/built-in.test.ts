import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_CODEBOOKS,
  builtInCodebooks,
  DEFAULT_CODEBOOK,
  isShipped,
  loadShipped,
  shippedText,
} from '../../../lib/codebook';
import { Codebook, hashOf } from '../../../lib/model';
import { allShipped } from '../../support/codebooks';

const all = await allShipped();
const byId = (id: string): Codebook => all.find((c) => c.id === id) as Codebook;
const everyInfluenceId = all.flatMap((c) => c.influences.map((i) => i.id));

describe('the built-in codebooks', () => {
  it('are seventeen, three of them at hand at once, the default one first', () => {
    expect(BUILT_IN_CODEBOOKS).toHaveLength(17);
    expect(builtInCodebooks().map((c) => c.id)).toEqual(['psw-core', 'ibrahim-2020', 'cfir-2022']);
    expect(builtInCodebooks()[0]).toMatchObject(DEFAULT_CODEBOOK);
  });

  it.each(['', 'nothing', '__proto__', 'constructor', 'toString', 'psw-core', 'npt'])(
    'are none under the id "%s" with a version that is not theirs',
    async (id) => {
      const ref = { id, version: 'not theirs' };
      await loadShipped([ref]);
      expect(isShipped(ref)).toBe(false);
      expect(shippedText(ref)).toBeUndefined();
    },
  );

  it('keep the text of a version: tags were made under it, and stores hold copies of it', () => {
    // Another text is another version: give it one, and a line of its own here.
    const texts = all.map((one) => [one.id, one.version, hashOf(JSON.stringify(one))].join(' | '));
    expect(texts.sort()).toMatchInlineSnapshot(`
      [
        "cfir-2009 | 2009 | 68dc0dd416643b6581d930a3e14c1c28",
        "cfir-2022 | 2022 | 4222ab79b70cfe5c54106aaf6a284400",
        "com-b | 2011 | 95c5a2a1a9b117e82cf2fdd2401375b5",
        "cooper-2024 | 2024 | eea16574e76f708f0ced95e03d19a9cb",
        "epis | 2019 | 0420b52e4f707be2c21491cda5395041",
        "eric-2015 | 2015 | 68f3ab5165d835df0a69acd7ce7d75c3",
        "i-parihs | 2016 | 18c6c5670350206ff517b034cc9b4137",
        "ibrahim-2020 | 2020 | 11c0ac82df1201f8f93a197f56d938e6",
        "mirbahaeddin-chreim-2022 | 2022 | 15add1ea695131198da6e70add22e68b",
        "mutschler-2022 | 2022 | fb700cbb1bbe04ca0d9a8a97042ed276",
        "nasss | 2017 | 0a526f8ca2531d0976a4809f180b2d48",
        "npt | 2009 | bc1c5daf905635146c9f8baa32ddbd70",
        "proctor-2011 | 2011 | 0990360c9e1e33f35acaef92bbb9b048",
        "psw-core | 1 | 978eb2baf1ba3a202158a65b2162c289",
        "ramesh-2023 | 2023 | fa2a28a2b12d6880ad5db6e24159574b",
        "re-aim-prism | RE-AIM 1999/2019; PRISM 2008 | d1b7fbbe87a7a1fd8577237e9c5e5540",
        "tdf-v2 | 2012 | 39854e440d66f2d883c4b8e4c35bf116",
      ]
    `);
  });

  it('use no influence id twice, in all of them together', () => {
    expect(new Set(everyInfluenceId).size).toBe(everyInfluenceId.length);
  });
});

describe.each(all)('$id', (codebook) => {
  it('is under its id, and loses nothing under the strict schema', () => {
    const { id, version } = codebook;
    expect(BUILT_IN_CODEBOOKS).toContainEqual({ id, version });
    expect(Codebook.parse(codebook)).toEqual(codebook);
  });

  it('names its source, and is labelled built-in', () => {
    expect(codebook.builtIn).toBe(true);
    expect(codebook.source.citation.length).toBeGreaterThan(20);
    expect(codebook.source.doi).toMatch(/^10\.\d{4,9}\/\S+$/);
    expect(codebook.source.url).toMatch(/^https?:\/\//);
    expect(codebook.source.licence).not.toBe('');
    expect(codebook.draftedByUs).toContain('definition');
  });

  it('says what is missing exactly when it is incomplete', () => {
    expect(Boolean(codebook.missing)).toBe(!codebook.complete);
  });

  it('gives every influence a label, a definition and a source', () => {
    for (const influence of codebook.influences) {
      expect(influence.label.trim(), influence.id).not.toBe('');
      expect(influence.definition.trim(), influence.id).not.toBe('');
      expect(influence.sourceDoi, influence.id).toMatch(/^10\.\d{4,9}\/\S+$/);
    }
  });

  it('has parents that exist and no circle among them', () => {
    const parentOf = new Map(codebook.influences.map((i) => [i.id, i.parent]));
    for (const influence of codebook.influences) {
      const seen = new Set<string>();
      for (let at: string | undefined = influence.id; at !== undefined; at = parentOf.get(at)) {
        expect(parentOf.has(at), `${influence.id} -> ${at}`).toBe(true);
        expect(seen.has(at), `${influence.id} goes round`).toBe(false);
        seen.add(at);
      }
    }
  });

  it('points only to influences of other codebooks that exist', () => {
    const own = new Set(codebook.influences.map((i) => i.id));
    for (const influence of codebook.influences) {
      for (const id of influence.crosswalk) {
        expect(id).toMatch(/^[a-z0-9]+\.[a-z0-9.-]+$/);
        expect(everyInfluenceId, `${influence.id} -> ${id}`).toContain(id);
        expect(own.has(id), `${influence.id} -> itself`).toBe(false);
      }
      expect(new Set(influence.crosswalk).size).toBe(influence.crosswalk.length);
    }
  });

  it('writes its cues in lower case, but for names', () => {
    for (const cue of codebook.influences.flatMap((i) => i.cues)) {
      expect(cue.trim()).toBe(cue);
      expect(cue).not.toMatch(/^[A-Z][a-z]+ [a-z]/);
    }
  });
});

describe('what must be said of each', () => {
  it('psw-core is labelled as compiled, not published, and carries no numbers', () => {
    const codebook = byId('psw-core');
    expect(codebook.compiled).toBe(true);
    expect(codebook.notice).toContain('no published framework');
    expect(codebook.influences).toHaveLength(20);
    expect(codebook.influences.every((i) => i.reportedBy === undefined)).toBe(true);
  });

  it('ibrahim-2020 is incomplete: 8 of 14 influences, two unverified, three with a share of 53 papers', () => {
    const codebook = byId('ibrahim-2020');
    expect(codebook.complete).toBe(false);
    expect(codebook.missing).toContain('fourteen');
    expect(codebook.influences).toHaveLength(8);
    expect(codebook.influences.filter((i) => i.verified === false).map((i) => i.label)).toEqual([
      'Financial arrangements',
      'Support for peer worker wellbeing',
    ]);
    expect(codebook.denominator?.papers).toBe(53);
    expect(
      codebook.influences.flatMap((i) => (i.reportedBy ? [[i.label, i.reportedBy.percent]] : [])),
    ).toEqual([
      ['Organisational culture', 53],
      ['Training', 42],
      ['Role definition', 40],
    ]);
  });

  it('cfir-2022 has 48 constructs and 19 subconstructs, seven of them unverified', () => {
    const codebook = byId('cfir-2022');
    expect(codebook.complete).toBe(true);
    expect(codebook.influences.filter((i) => i.parent === undefined)).toHaveLength(48);
    expect(codebook.influences.filter((i) => i.parent !== undefined)).toHaveLength(19);
    expect(codebook.influences.filter((i) => i.verified === false)).toHaveLength(7);
    expect(codebook.influences.find((i) => i.label === 'Innovation Complexity')?.polarity).toBe(
      'inverse',
    );
  });

  it('eric-2015 says that its entries are actions, not influences', () => {
    expect(byId('eric-2015')).toMatchObject({ kind: 'strategies' });
    expect(byId('eric-2015').notice).toContain('not influences');
  });
});

/** The facts that the codebooks were written from, when they are at hand. */
const facts = process.env.BEARING_CORPUS
  ? path.resolve(process.env.BEARING_CORPUS, '../frameworks')
  : path.resolve(import.meta.dirname, '../../../../shared/frameworks');

interface Fact {
  id: string;
  label: string;
  definition: string;
  parent?: string;
  level?: string;
  group?: string;
  code?: string;
  verified?: boolean;
  polarity?: string;
  cues: string[];
  aliases: string[];
  crosswalk?: string[];
  mapsTo2022?: string[];
  barrierNote?: string;
  facilitatorNote?: string;
  reportedBy?: object;
  sourceDoi: string;
}

describe.skipIf(!existsSync(facts))(
  existsSync(facts)
    ? 'against the given facts'
    : `against the given facts (skipped: no folder ${facts})`,
  () => {
    it.each(all)('$id says what its fact sheet says', (codebook) => {
      const sheet = JSON.parse(readFileSync(path.join(facts, `${codebook.id}.json`), 'utf8')) as {
        name: string;
        version: string;
        complete: boolean;
        completeness?: string;
        notice?: string;
        source: { citation: string; doi: string; url: string; licence: string };
        denominator?: { papers: number };
        influences: Fact[];
      };
      expect(codebook).toMatchObject({
        name: sheet.name,
        version: sheet.version,
        complete: sheet.complete,
        source: {
          citation: sheet.source.citation,
          doi: sheet.source.doi,
          url: sheet.source.url,
          licence: sheet.source.licence,
        },
      });
      // Said to readers in words of ours, wherever the sheet has something to say.
      expect(Boolean(codebook.missing)).toBe(Boolean(sheet.completeness));
      if (sheet.notice) expect(codebook.notice).toBeTruthy();
      expect(codebook.denominator?.papers).toBe(sheet.denominator?.papers);
      expect(codebook.influences.map((i) => i.id)).toEqual(sheet.influences.map((i) => i.id));
      codebook.influences.forEach((influence, i) => {
        const fact = sheet.influences[i] as Fact;
        const same = [
          'label',
          'definition',
          'parent',
          'level',
          'group',
          'code',
          'verified',
          'polarity',
          'cues',
          'aliases',
          'barrierNote',
          'facilitatorNote',
          'reportedBy',
          'sourceDoi',
        ] as const;
        for (const key of same) expect(influence[key], `${fact.id} ${key}`).toEqual(fact[key]);
        const crosswalk = fact.crosswalk ?? fact.mapsTo2022;
        if (crosswalk) expect(influence.crosswalk).toEqual(crosswalk);
      });
    });
  },
);
