/** A part whose code is loaded when it is shown: nothing until then, its content at once, and what failed can be tried again. */
import { expect, test, vi } from 'vitest';
import { onDemand } from '../../components/page/on-demand';
import { Boundary } from '../../components/ui/Boundary';
import { mounted } from '../support/mounted';

const place = mounted();

const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>;
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A few: `Suspense` shows what it held back some twenty later. */
const SOON_FRAMES = 4;
async function soon(): Promise<void> {
  for (let i = 0; i < SOON_FRAMES; i++) await frame();
}

test('shows nothing while its code is loaded, and its content within a few frames after', async () => {
  let come: (part: typeof Greeting) => void = () => {};
  const Part = onDemand<{ name: string }>(
    () =>
      new Promise((resolve) => {
        come = resolve;
      }),
  );
  place.render(<Part name="reader" />);
  await frame();
  expect(place.host.textContent).toBe('');
  come(Greeting);
  await soon();
  expect(place.host.textContent).toBe('Hello reader');
});

test('is drawn at once where its code was loaded ahead, which is loaded once', async () => {
  const load = vi.fn(async () => Greeting);
  const Part = onDemand<{ name: string }>(load);
  Part.preload();
  Part.preload();
  await soon();
  place.render(<Part name="reader" />);
  expect(place.host.textContent).toBe('Hello reader');
  expect(load).toHaveBeenCalledTimes(1);
});

test('code that does not come is reported by the boundary, and asked for again there', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn(async () => Greeting).mockRejectedValueOnce(new Error('The file is missing.'));
  const Part = onDemand<{ name: string }>(load);
  place.render(
    <Boundary what="The greeting">
      <Part name="reader" />
    </Boundary>,
  );
  await vi.waitFor(() => expect(place.host.textContent).toContain('The greeting cannot be shown.'));
  place.host.querySelector('button')?.click();
  await vi.waitFor(() => expect(place.host.textContent).toBe('Hello reader'));
});
