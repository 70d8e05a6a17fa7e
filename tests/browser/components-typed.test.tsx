/** A text field over the store: what is shown, what is saved as it is left, and what is never written back. */
import { beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useTyped } from '../../components/ui/use-typed';
import { mounted } from '../support/mounted';

const place = mounted();

const save = vi.fn();
function Name({ stored }: { stored: string }) {
  const { value, type, leave, discard } = useTyped(stored, (text) => text.trim());
  return (
    <input
      value={value}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        const text = leave();
        if (text !== null) save(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        discard();
        event.currentTarget.blur();
      }}
    />
  );
}

function show(stored: string): HTMLInputElement {
  place.render(<Name stored={stored} />);
  return place.host.querySelector('input') as HTMLInputElement;
}

/** Focuses the field, types over what it shows, and leaves it by that key. */
async function typeIn(field: HTMLInputElement, text: string, key = 'Tab'): Promise<void> {
  await userEvent.fill(field, text);
  await userEvent.keyboard(`{${key}}`);
}

beforeEach(() => save.mockClear());

test('what was typed is saved once, and shown while it is being saved', async () => {
  const field = show('old');
  await typeIn(field, ' new ');
  expect(save).toHaveBeenCalledExactlyOnceWith('new');
  expect(field.value).toBe('new');
});

test('once stored it follows the store: leaving it writes nothing back', async () => {
  const field = show('old');
  await typeIn(field, 'new');
  show('new');
  show('old');
  expect(field.value).toBe('old');
  field.focus();
  await userEvent.keyboard('{Tab}');
  show('from another page');
  expect(field.value).toBe('from another page');
  field.focus();
  await userEvent.keyboard('{Tab}');
  expect(save).toHaveBeenCalledExactlyOnceWith('new');
});

test('a change of what is stored does not take away what is being typed', async () => {
  const field = show('old');
  await userEvent.fill(field, 'half');
  show('from another page');
  expect(field.value).toBe('half');
  await userEvent.keyboard('{Tab}');
  expect(save).toHaveBeenCalledExactlyOnceWith('half');
});

test('what was not saved stays to be tried again', async () => {
  const field = show('old');
  await typeIn(field, 'new');
  field.focus();
  await userEvent.keyboard('{Tab}');
  expect(field.value).toBe('new');
  expect(save).toHaveBeenCalledTimes(2);
});

test('nothing but spaces added, or a text given up, saves nothing', async () => {
  const field = show('old');
  await typeIn(field, ' old ');
  expect(field.value).toBe('old');
  await typeIn(field, 'given up', 'Escape');
  expect(field.value).toBe('old');
  expect(save).not.toHaveBeenCalled();
});
