/**
 * One tooltip for many triggers: a list of 60 rows has 60 cheap triggers and a single popup. It only
 * repeats to the eye what the trigger's accessible name says, as tooltips reach neither touch nor
 * screen readers.
 */
import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import styles from './Tip.module.css';

const handle = Tooltip.createHandle<ReactNode>();

export function TipTrigger({
  tip,
  render,
  ...rest
}: Omit<ComponentProps<'button'>, 'ref'> & { tip: ReactNode; render: ReactElement }) {
  return <Tooltip.Trigger handle={handle} payload={tip} render={render} {...rest} />;
}

/** Wrap a page once. */
export function TipProvider({ children }: { children: ReactNode }) {
  return (
    <Tooltip.Provider delay={350} timeout={400}>
      {children}
      <Tooltip.Root handle={handle} disableHoverablePopup>
        {({ payload }) => (
          <Tooltip.Portal>
            <Tooltip.Positioner
              className={styles.positioner}
              side="bottom"
              sideOffset={4}
              collisionPadding={6}
            >
              <Tooltip.Popup className={styles.popup}>{payload as ReactNode}</Tooltip.Popup>
            </Tooltip.Positioner>
          </Tooltip.Portal>
        )}
      </Tooltip.Root>
    </Tooltip.Provider>
  );
}
