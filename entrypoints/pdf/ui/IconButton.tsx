/** A button with an icon for its face: its name and keys are in its tip. */
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/Button';
import { Icon, type IconName } from '@/components/ui/Icon';
import { TipTrigger } from '@/components/ui/Tip';

export function IconButton({
  icon,
  label,
  keys,
  pressed,
  onClick,
  disabled,
}: {
  icon: IconName;
  label: string;
  keys?: string;
  pressed?: boolean;
  onClick: () => void;
  disabled?: boolean;
}) {
  const tip: ReactNode = keys ? `${label} (${keys})` : label;
  return (
    <TipTrigger
      tip={tip}
      aria-label={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
      render={<button type="button" className={buttonClass('quiet', true)} />}
    >
      <Icon name={icon} />
    </TipTrigger>
  );
}
