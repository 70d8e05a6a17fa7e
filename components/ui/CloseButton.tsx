/** The cross that closes a card or a drawer. */
import { buttonClass } from './Button';
import { Icon } from './Icon';

export function CloseButton({ onClose }: { onClose: () => void }) {
  return (
    <button
      type="button"
      className={buttonClass('quiet', true)}
      aria-label="Close"
      onClick={onClose}
    >
      <Icon name="close" size={14} />
    </button>
  );
}
