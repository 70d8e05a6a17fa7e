/** Which review the reader works in, and the doors to settings and workspace. */

import { type FormEvent, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Room } from '@/components/page/room-url';
import { Button, buttonClass } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { TipTrigger } from '@/components/ui/Tip';
import { useAct } from '@/components/ui/use-act';
import { openPanel, type Page } from '@/lib/browser';
import type { Review, Settings } from '@/lib/model';
import { changeReview, changeSettings, createReview } from '@/lib/store';
import { displayText } from '@/lib/text';
import { openRoom } from './doors';
import { QuietSwitch } from './QuietSwitch';
import styles from './ReviewHeader.module.css';

export function ReviewHeader({
  review,
  reviews,
  page,
  stored,
  onJump,
}: {
  review: Review | undefined;
  reviews: readonly Review[];
  page: Page;
  stored: Settings | undefined;
  onJump: () => void;
}) {
  const [form, setForm] = useState<'new' | 'rename' | null>(null);
  const { problem, act } = useAct();
  const byName = [...reviews].sort((a, b) => a.name.localeCompare(b.name));

  const save = async (name: string) => {
    const saved = await act(async () => {
      if (form === 'rename' && review) await changeReview(review.id, { name });
      else await createReview({ name, ...(review && { codebooks: review.codebooks }) });
    });
    if (saved) setForm(null);
  };

  return (
    <>
      <header className={styles.header}>
        {form ? (
          <NameForm
            label={form === 'new' ? 'Name of the new review' : 'New name of this review'}
            initial={form === 'rename' ? (review?.name ?? '') : ''}
            verb={form === 'new' ? 'Create' : 'Rename'}
            onSave={save}
            onCancel={() => setForm(null)}
          />
        ) : (
          <>
            <Menu
              id="review-menu"
              className={styles.switcher}
              label={`Review: ${review?.name ?? 'loading'}`}
              trigger={
                <>
                  <span className={styles.name} dir="auto">
                    {displayText(review?.name ?? '\u00a0')}
                  </span>
                  <Icon name="chevron" size={14} />
                </>
              }
            >
              <MenuChoice
                label="Current review"
                value={review?.id}
                onChange={(currentReviewId) =>
                  void act(async () => {
                    await changeSettings({ currentReviewId });
                  })
                }
                options={byName.map(({ id, name }) => ({ value: id, text: name }))}
              />
              <MenuSeparator />
              <MenuItem onClick={() => setForm('new')}>New review…</MenuItem>
              <MenuItem onClick={() => setForm('rename')} disabled={!review}>
                Rename…
              </MenuItem>
            </Menu>
            <span className={styles.room} />
            <TipTrigger
              tip="Jump to a paper, an influence or a command (/)"
              render={<button type="button" className={buttonClass('quiet', true)} />}
              aria-label="Jump to…"
              aria-keyshortcuts="/"
              onClick={onJump}
            >
              <Icon name="search" />
            </TipTrigger>
            <QuietSwitch page={page} stored={stored} act={act} />
            <PanelDoor />
            <Door room="settings" icon="settings" name="Settings" />
            <Door room="map" icon="expand" name="Open workspace" />
          </>
        )}
      </header>
      {problem ? (
        <div className={styles.problem}>
          <Message kind="error">{problem}</Message>
        </div>
      ) : null}
    </>
  );
}

function Door({ room, icon, name }: { room: Room; icon: 'settings' | 'expand'; name: string }) {
  return (
    <TipTrigger
      tip={name}
      render={<button type="button" className={buttonClass('quiet', true)} />}
      aria-label={name}
      id={`door-${room}`}
      onClick={() => void openRoom(room)}
    >
      <Icon name={icon} />
    </TipTrigger>
  );
}

/** The side panel opens for a gesture only: the window is known before the click, and nothing is awaited in it. */
function PanelDoor() {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    void browser.windows.getCurrent().then((here) => setWindowId(here.id));
  }, []);
  return (
    <TipTrigger
      tip="Side panel"
      render={<button type="button" className={buttonClass('quiet', true)} />}
      aria-label="Side panel"
      id="door-panel"
      onClick={() => {
        if (windowId === undefined) return;
        void openPanel({ windowId }).then(() => window.close());
      }}
    >
      <Icon name="panel" />
    </TipTrigger>
  );
}

function NameForm({
  label,
  initial,
  verb,
  onSave,
  onCancel,
}: {
  label: string;
  initial: string;
  verb: string;
  onSave: (name: string) => void;
  onCancel: () => void;
}) {
  const [name, setName] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) onSave(name.trim());
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Escape closes the form, not the whole popup.
        event.preventDefault();
        onCancel();
      }}
    >
      <Field
        label={label}
        value={name}
        maxLength={300}
        dir="auto"
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      <Button look="primary" type="submit" disabled={!name.trim()}>
        {verb}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </form>
  );
}
