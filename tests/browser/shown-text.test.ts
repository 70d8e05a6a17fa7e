/** What a passage reads, without what the page hides in it. */
import { afterEach, expect, test } from 'vitest';
import { shownText } from '../../entrypoints/tagging.content/shown-text';

afterEach(() => document.body.replaceChildren());

function textOf(html: string): string {
  document.body.innerHTML = `<p>${html}</p>`;
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('p') as Element);
  return shownText(range);
}

test.each([
  ['no element', 'Most stayed in their posts.'],
  ['marked words', 'Most <em>stayed</em> in <b>their</b> posts.'],
  ['a script', 'Most stayed<script type="text/plain">not</script> in their posts.'],
  [
    'a note that is not displayed',
    'Most stayed<span style="display:none"> not</span> in their posts.',
  ],
  [
    'a note that is not visible',
    'Most stayed<i style="visibility:hidden"> not</i> in their posts.',
  ],
  ['a note for screen readers', 'Most stayed<span class="sr-only"> not</span> in their posts.'],
  [
    'what is hidden from screen readers',
    'Most stayed<i aria-hidden="true"> not</i> in their posts.',
  ],
])('%s', (_, html) => {
  expect(textOf(html)).toBe('Most stayed in their posts.');
});

test('a range that begins and ends within words', () => {
  document.body.innerHTML = '<p>Most <em>stayed</em> in their posts.</p>';
  const [first, , last] = (document.querySelector('p') as Element).childNodes;
  const range = document.createRange();
  range.setStart(first as Node, 2);
  range.setEnd(last as Node, 3);
  expect(shownText(range)).toBe('st stayed in');
});
