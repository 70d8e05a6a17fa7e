/** A calculation in slices: what is short is there at once; of what is long, what was there before stays until it is done. */
import { expect, test } from 'vitest';
import { useSliced } from '../../components/ui/use-sliced';
import { mounted } from '../support/mounted';

const place = mounted();

type Begin = () => Generator<undefined, string, undefined> | null;

function Shown({ begin }: { begin: Begin }) {
  const value = useSliced(begin);
  return <p>{value === null ? 'nothing' : (value ?? 'not yet')}</p>;
}
/** By frames: a calculation that goes on comes before any timer, but not before drawing. */
async function untilDrawn(isSo: () => boolean): Promise<void> {
  for (let frames = 0; frames < 120 && !isSo(); frames += 1)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(isSo()).toBe(true);
}
const show = (begin: Begin) => place.render(<Shown begin={begin} />);

const short =
  (answer: string): Begin =>
  () =>
    (function* () {
      yield;
      return answer;
    })();

/** Yields until it may end. */
function long(answer: string) {
  const state = { mayEnd: false, steps: 0, begun: 0 };
  const begin: Begin = () => {
    state.begun += 1;
    return (function* () {
      while (!state.mayEnd) {
        state.steps += 1;
        yield;
      }
      return answer;
    })();
  };
  return { begin, state };
}

test('what is short is there with the first drawing', () => {
  show(short('one'));
  expect(place.host.textContent).toBe('one');
});

test('what is long lets the page have its turn, and is carried out once', async () => {
  const { begin, state } = long('one');
  show(begin);
  expect(place.host.textContent).toBe('not yet');
  const steps = state.steps;
  await untilDrawn(() => state.steps > steps);
  state.mayEnd = true;
  await untilDrawn(() => place.host.textContent === 'one');
  expect(state.begun).toBe(1);
});

test('what was there before stays meanwhile, and one that is not wanted any more ends', async () => {
  show(short('one'));
  const { begin, state } = long('two');
  show(begin);
  expect(place.host.textContent).toBe('one');
  show(short('three'));
  expect(place.host.textContent).toBe('three');
  state.mayEnd = true;
  const { begin: last, state: later } = long('four');
  show(last);
  later.mayEnd = true;
  await untilDrawn(() => place.host.textContent === 'four');
});

test('where there is nothing to calculate, that is the answer', () => {
  show(short('one'));
  show(() => null);
  expect(place.host.textContent).toBe('nothing');
});
