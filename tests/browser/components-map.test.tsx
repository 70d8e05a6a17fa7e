/** The map's rows and bars as a reader meets them: words for ears, shapes and lengths for eyes. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '../../components/tokens.css';
import { rowInWords } from '../../components/map/describe-row';
import { MapList } from '../../components/map/MapList';
import { parsePreferences } from '../../components/map/use-map-options';
import { StanceBar } from '../../components/stance/StanceBar';
import { StanceCounts } from '../../components/stance/StanceCounts';
import { TipProvider } from '../../components/ui/Tip';
import { influenceKey } from '../../lib/codebook/influences';
import { type MapRow, wilson } from '../../lib/map';

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  host.style.width = '400px';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});
const show = (element: React.ReactNode) => flushSync(() => root.render(element));

function row(papers: Partial<MapRow['papers']>, N: number, change: Partial<MapRow> = {}): MapRow {
  const counts = { supporting: 0, mixed: 0, contrasting: 0, mentioning: 0, differ: 0, ...papers };
  const n = Object.values(counts).reduce((sum, papers) => sum + papers, 0);
  const none = { supporting: 0, contrasting: 0, mentioning: 0 };
  return {
    key: influenceKey({ codebookId: 'book', influenceId: 'training' }),
    codebookId: 'book',
    influenceId: 'training',
    label: 'Training',
    unit: 'papers',
    papers: counts,
    n,
    N,
    share: N ? n / N : 0,
    ...wilson(n, N),
    statements: none,
    secondHand: { papers: 0, onlyPapers: 0, statements: none, counted: false },
    counted: { papers: n, families: n },
    notReported: 0,
    notAssessed: N - n,
    disputed: 0,
    ...change,
  };
}

describe('a row says to a screen reader', () => {
  const three = { supporting: 3, contrasting: 0, mentioning: 0 };
  test.each([
    [
      'its share, interval and stances',
      row({ supporting: 5, mentioning: 2 }, 18),
      'Training: 7 of 18 papers, 39 %, 95 % interval 20–61 %; 5 supporting, 2 mentioning',
    ],
    [
      'that mixed papers count once',
      row({ mixed: 1 }, 2),
      'Training: 1 of 2 papers, 50 %, 95 % interval 9–91 %; 1 mixed',
    ],
    [
      'that coders differ on some',
      row({ supporting: 1, differ: 1 }, 2),
      'Training: 2 of 2 papers, 100 %, 95 % interval 34–100 %; 1 supporting, coders differ on 1',
    ],
    ['that no paper reports it', row({}, 18), 'Training: no paper of 18'],
    [
      'study families where these are counted',
      row({ supporting: 1 }, 15, { unit: 'families' }),
      'Training: 1 of 15 study families, 7 %, 95 % interval 1–30 %; 1 supporting',
    ],
    [
      'one paper of one',
      row({ contrasting: 1 }, 1),
      'Training: 1 of 1 paper, 100 %, 95 % interval 21–100 %; 1 contrasting',
    ],
    [
      'what is second-hand only',
      row({}, 4, { secondHand: { papers: 2, onlyPapers: 2, statements: three, counted: false } }),
      'Training: no paper of 4; 2 more papers, second-hand only',
    ],
    [
      'that second-hand statements beside own ones are apart',
      row({ supporting: 1 }, 1, {
        secondHand: { papers: 1, onlyPapers: 0, statements: three, counted: false },
      }),
      'Training: 1 of 1 paper, 100 %, 95 % interval 21–100 %; 1 supporting; 3 second-hand statements apart',
    ],
    [
      'that second-hand statements count, where they do',
      row({ supporting: 1 }, 1, {
        secondHand: { papers: 1, onlyPapers: 1, statements: three, counted: true },
      }),
      'Training: 1 of 1 paper, 100 %, 95 % interval 21–100 %; 1 supporting; 3 second-hand statements counted',
    ],
  ])('%s', (_name, given, words) => {
    expect(rowInWords(given)).toBe(words);
  });
});

describe('a bar', () => {
  const widths = () =>
    [...host.querySelectorAll<HTMLElement>('[class*="segment_"], [class*="_segment"]')]
      .filter((e) => e.style.flexGrow)
      .map((e) => e.getBoundingClientRect().width);
  const shapes = () => host.querySelectorAll('svg').length;

  test.each([
    ['is empty without papers', {}, 10, 0, 0],
    ['has one end for one stance', { supporting: 4 }, 10, 1, 1],
    ['has two ends for two stances', { supporting: 4, contrasting: 2 }, 10, 2, 2],
    [
      'has two ends for all stances',
      { supporting: 4, mixed: 1, contrasting: 2, mentioning: 1 },
      10,
      4,
      2,
    ],
    ['shows nothing when N is 0', { supporting: 1 }, 0, 0, 1],
  ])('%s', (_name, papers, N, segments, ends) => {
    show(<StanceBar papers={row(papers, N).papers} N={N} />);
    expect(widths()).toHaveLength(segments);
    expect(shapes()).toBe(ends);
  });

  test('is as long as its share of N', () => {
    show(<StanceBar papers={row({ supporting: 3, mentioning: 3 }, 12).papers} N={12} />);
    const rail = host.querySelector<HTMLElement>('[class*="rail"]')?.getBoundingClientRect();
    const bar = host.querySelector<HTMLElement>('[class*="segments"]')?.getBoundingClientRect();
    expect((bar?.width ?? 0) / (rail?.width ?? 1)).toBeCloseTo(0.5, 1);
    const [a = 0, b = 1] = widths();
    expect(a).toBeCloseTo(b, 0);
  });

  test('still shows one paper of ten thousand', () => {
    show(<StanceBar papers={row({ contrasting: 1 }, 10_000).papers} N={10_000} />);
    expect(widths()[0]).toBeGreaterThanOrEqual(2);
  });

  test('never grows beyond its rail', () => {
    show(<StanceBar papers={row({ supporting: 30 }, 10).papers} N={10} />);
    const rail = host.querySelector<HTMLElement>('[class*="rail"]')?.getBoundingClientRect();
    const bar = host.querySelector<HTMLElement>('[class*="segments"]')?.getBoundingClientRect();
    expect(bar?.right ?? 1).toBeLessThanOrEqual((rail?.right ?? 0) + 0.5);
  });

  test('is silent to screen readers: the row speaks', () => {
    show(<StanceBar papers={row({ supporting: 1 }, 2).papers} N={2} />);
    expect(host.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('the list', () => {
  test('names each row in words and links it to its papers', () => {
    show(
      <TipProvider>
        <MapList
          sections={[{ key: 'all', rows: [{ row: row({ supporting: 2 }, 4), depth: 0 }] }]}
          hrefOf={() => '#/map?x'}
          label="Influences"
        />
      </TipProvider>,
    );
    const link = host.querySelector('a');
    expect(link?.getAttribute('aria-label')).toContain('Training: 2 of 4 papers, 50 %');
    expect(link?.getAttribute('href')).toBe('#/map?x');
  });

  test.each([
    ['300 characters', 'Very long '.repeat(30)],
    ['one German word', 'Verantwortungsübernahmebereitschaftserklärung'.repeat(4)],
    ['Arabic', 'ثقافة المنظمة وقيمها المشتركة '.repeat(10)],
    ['markup', '<img src=x onerror=alert(1)>'],
  ])('keeps its columns with a label of %s', (_name, label) => {
    show(
      <TipProvider>
        <MapList
          sections={[
            { key: 'all', rows: [{ row: row({ supporting: 250 }, 500, { label }), depth: 0 }] },
          ]}
          hrefOf={() => '#'}
          label="All"
        />
      </TipProvider>,
    );
    const list = host.querySelector('ul');
    expect(list?.scrollWidth).toBeLessThanOrEqual(400);
    expect(host.textContent).toContain('250/500');
    expect(host.textContent).toContain(label.trim().slice(0, 20));
    expect(host.querySelector('img')).toBeNull();
  });
});

test('counts are shapes and numbers to the eye, words to the ear', () => {
  show(<StanceCounts counts={{ supporting: 3, contrasting: 1, mentioning: 0 }} />);
  expect(host.textContent?.replace(/\s+/g, ' ').trim()).toBe(
    '3 supporting, 1 contrasting, 0 mentioning,',
  );
  expect(host.querySelectorAll('svg')).toHaveLength(3);
});

describe('the remembered way of counting', () => {
  test.each([
    ['nothing', null, {}],
    [
      'a choice',
      '{"unit":"families","denominator":"read","secondHand":true}',
      { unit: 'families', denominator: 'read', secondHand: true },
    ],
    ['a choice of before there were units', '{"denominator":"read"}', { denominator: 'read' }],
    ['an unknown denominator', '{"denominator":"most"}', {}],
    ['an unknown unit', '{"unit":"sites"}', {}],
    [
      'a view',
      '{"through":"cfir-2022","order":"papers"}',
      { through: 'cfir-2022', order: 'papers' },
    ],
    [
      'one bad choice beside a good one',
      '{"order":"size","secondHand":1,"unit":"families"}',
      { unit: 'families' },
    ],
    ['no codebook', '{"through":""}', {}],
    ['broken text', '{', {}],
    ['another type', '[]', {}],
    ['null', 'null', {}],
  ])('%s', (_name, text, chosen) => {
    const usual = { unit: 'papers', denominator: 'all', secondHand: false };
    const ofView = { through: null, order: 'groups' };
    expect(parsePreferences(text)).toEqual({ ...usual, ...ofView, ...chosen });
  });
});
