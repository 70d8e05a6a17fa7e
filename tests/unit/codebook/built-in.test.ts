import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allShipped,
  BUILT_IN_CODEBOOKS,
  builtInCodebooks,
  DEFAULT_CODEBOOK,
  isShipped,
  loadShipped,
  shippedText,
} from '../../../lib/codebook';
import { Codebook, hashOf } from '../../../lib/model';

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
    // Once it is released, another text is another version: give it one, and a line of its own here.
    const texts = all.map((one) => [one.id, one.version, hashOf(JSON.stringify(one))].join(' | '));
    expect(texts.sort()).toMatchInlineSnapshot(`
      [
        "cfir-2009 | 2009 | 68dc0dd416643b6581d930a3e14c1c28",
        "cfir-2022 | 2022 | 4222ab79b70cfe5c54106aaf6a284400",
        "com-b | 2011 | 95c5a2a1a9b117e82cf2fdd2401375b5",
        "cooper-2024 | 2024 | eea16574e76f708f0ced95e03d19a9cb",
        "epis | 2019 | 0420b52e4f707be2c21491cda5395041",
        "eric-2015 | 2015 | 469abd7f47c1f350b7a0ccada5ba5e12",
        "i-parihs | 2016 | 18c6c5670350206ff517b034cc9b4137",
        "ibrahim-2020 | 2020 | 11c0ac82df1201f8f93a197f56d938e6",
        "mirbahaeddin-chreim-2022 | 2022 | 15add1ea695131198da6e70add22e68b",
        "mutschler-2022 | 2022 | fb700cbb1bbe04ca0d9a8a97042ed276",
        "nasss | 2017 | 548b40860f05889ce9442d5f55f9e577",
        "npt | 2009 | f06a2c21c9869d8f0c4c8b857f7be90b",
        "proctor-2011 | 2011 | 0990360c9e1e33f35acaef92bbb9b048",
        "psw-core | 1 | 978eb2baf1ba3a202158a65b2162c289",
        "ramesh-2023 | 2023 | fa2a28a2b12d6880ad5db6e24159574b",
        "re-aim-prism | RE-AIM 1999/2019; PRISM 2008 | 0cb59f5e7d20e852bc2e1dc214aa2d32",
        "tdf-v2 | 2012 | 63a1fb05331da5798ccbe4ea4ab2f1af",
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

  it('gives every influence cues, in lower case but for names, none twice', () => {
    for (const { id, cues } of codebook.influences) {
      expect(cues.length, id).toBeGreaterThan(0);
      expect(new Set(cues).size, id).toBe(cues.length);
      for (const cue of cues) {
        expect(cue.trim(), id).toBe(cue);
        expect(cue).not.toMatch(/^[A-Z][a-z]+ [a-z]/);
      }
    }
    expect(codebook.draftedByUs).toContain('cues');
  });
});

/** What the publications count: all influences, those without a broader one, and those that were not checked. */
const COUNTS: Readonly<Record<string, { all: number; broadest: number; unchecked: number }>> = {
  'cfir-2009': { all: 39, broadest: 26, unchecked: 0 },
  'cfir-2022': { all: 67, broadest: 48, unchecked: 7 },
  'com-b': { all: 6, broadest: 6, unchecked: 0 },
  'cooper-2024': { all: 15, broadest: 15, unchecked: 0 },
  epis: { all: 16, broadest: 16, unchecked: 1 },
  'eric-2015': { all: 73, broadest: 73, unchecked: 19 },
  'i-parihs': { all: 36, broadest: 36, unchecked: 0 },
  'ibrahim-2020': { all: 8, broadest: 8, unchecked: 2 },
  'mirbahaeddin-chreim-2022': { all: 17, broadest: 9, unchecked: 0 },
  'mutschler-2022': { all: 7, broadest: 7, unchecked: 0 },
  nasss: { all: 26, broadest: 7, unchecked: 5 },
  npt: { all: 20, broadest: 4, unchecked: 0 },
  'proctor-2011': { all: 8, broadest: 8, unchecked: 0 },
  'psw-core': { all: 20, broadest: 20, unchecked: 0 },
  'ramesh-2023': { all: 6, broadest: 6, unchecked: 0 },
  're-aim-prism': { all: 44, broadest: 44, unchecked: 5 },
  'tdf-v2': { all: 14 + 84, broadest: 14, unchecked: 38 },
};

/** How many influences each group has, in the order of the codebook. */
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  'cfir-2009': [8, 4, 14, 5, 8],
  'com-b': [2, 2, 2],
  epis: [6, 5, 2, 3],
  'eric-2015': [10, 4, 4, 17, 11, 5, 5, 9, 8],
  nasss: [3, 5, 3, 4, 6, 2, 3],
  npt: [5, 5, 5, 5],
};

describe('what its publication counts', () => {
  it.each(all)('$id', ({ id, influences }) => {
    expect({
      all: influences.length,
      broadest: influences.filter(({ parent }) => parent === undefined).length,
      unchecked: influences.filter(({ verified }) => verified === false).length,
    }).toEqual(COUNTS[id]);
  });

  it.each(Object.entries(GROUPS))('%s by group', (id, counts) => {
    const groups = byId(id).influences.map(({ group }) => group);
    const counted = [...new Set(groups)].map((one) => groups.filter((g) => g === one).length);
    expect(counted).toEqual(counts);
  });

  it('tdf-v2 has 14 domains with 84 constructs, each under its domain', () => {
    const { influences } = byId('tdf-v2');
    const domains = influences.filter(({ parent }) => parent === undefined);
    const under = (id: string) => influences.filter(({ parent }) => parent === id);
    expect(domains.map(({ label, id }) => [label, under(id).length])).toEqual([
      ['Knowledge', 3],
      ['Skills', 7],
      ['Social/professional role and identity', 9],
      ['Beliefs about capabilities', 8],
      ['Optimism', 4],
      ['Beliefs about consequences', 5],
      ['Reinforcement', 7],
      ['Intentions', 3],
      ['Goals', 6],
      ['Memory, attention and decision processes', 5],
      ['Environmental context and resources', 6],
      ['Social influences', 11],
      ['Emotion', 7],
      ['Behavioural regulation', 3],
    ]);
    // Constructs follow their domain, so that a list of influences shows them together.
    expect(domains.flatMap((domain) => [domain, ...under(domain.id)])).toEqual(influences);
    // What the source was read for: the constructs of the first eight domains.
    const checked = domains.map(({ id }) => under(id).every(({ verified }) => verified));
    expect(checked).toEqual(domains.map((_, i) => i < 8));
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
    expect(byId('eric-2015').notice).toContain('strategies, not influences');
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
  constructs?: string[];
  constructsVerified?: boolean;
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
      // What a sheet lists under an influence is a list of influences under it here.
      const isListed = (id: string) => sheet.influences.some((fact) => fact.id === id);
      const own = codebook.influences.filter(({ id }) => isListed(id));
      expect(own.map((i) => i.id)).toEqual(sheet.influences.map((i) => i.id));
      const constructs = sheet.influences.flatMap((fact) =>
        (fact.constructs ?? []).map((label) => ({
          ...{ label, parent: fact.id, verified: fact.constructsVerified },
        })),
      );
      expect(
        codebook.influences
          .filter((one) => !own.includes(one))
          .map(({ label, parent, verified }) => ({ label, parent, verified })),
      ).toEqual(constructs);
      own.forEach((influence, i) => {
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
          'aliases',
          'barrierNote',
          'facilitatorNote',
          'reportedBy',
          'sourceDoi',
        ] as const;
        for (const key of same) expect(influence[key], `${fact.id} ${key}`).toEqual(fact[key]);
        if (fact.cues.length) expect(influence.cues, fact.id).toEqual(fact.cues);
        const crosswalk = fact.crosswalk ?? fact.mapsTo2022;
        if (crosswalk) expect(influence.crosswalk).toEqual(crosswalk);
      });
    });
  },
);
