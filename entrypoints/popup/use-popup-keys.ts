/** Single keys in the popup: each presses a control that is on screen. Off while the reader types. */
import { useEffect } from 'react';
import { commandKey } from '@/components/ui/command-key';

/** Key -> id of the control it presses. The `?` panel lists them in these words. */
export const POPUP_KEYS = [
  { key: 't', id: 'tag-this-page', what: 'Tag this page, or stop tagging' },
  { key: 's', id: 'status-menu', what: 'Progress and eligibility' },
  { key: 'r', id: 'review-menu', what: 'Switch review' },
  { key: 'n', id: 'denominator-menu', what: 'What N counts' },
  { key: 'd', id: 'meanings-button', what: 'What the words mean' },
  { key: 'q', id: 'quiet-switch', what: 'Quiet on this site' },
  { key: 'e', id: 'export-menu', what: 'Export' },
  { key: 'w', id: 'door-map', what: 'Open workspace' },
] as const;

/** Opens the search over papers, influences and commands; Ctrl+K, or Command+K, does too. */
export const JUMP_KEY = '/';

export function usePopupKeys({
  isOff = false,
  onHelp,
  onJump,
}: {
  /** While what is typed is for the search, also before its field is drawn. */
  isOff?: boolean;
  onHelp: () => void;
  onJump: () => void;
}): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const pressed = commandKey(event);
      if (!pressed || isOff) return;
      const open =
        pressed.key === JUMP_KEY || (pressed.isChord && pressed.key === 'k')
          ? onJump
          : pressed.key === '?'
            ? onHelp
            : null;
      if (open) {
        event.preventDefault();
        open();
        return;
      }
      if (pressed.isChord) return;
      const found = POPUP_KEYS.find(({ key }) => key === pressed.key.toLowerCase());
      const control = found && document.getElementById(found.id);
      if (!control) return;
      event.preventDefault();
      control.focus();
      control.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOff, onHelp, onJump]);
}
