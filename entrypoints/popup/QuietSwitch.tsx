/** Quiet on this site: a switch in the popup's head, for the page behind it. */
import { buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { TipTrigger } from '@/components/ui/Tip';
import { type Page, setBadge } from '@/lib/browser';
import { ask } from '@/lib/messaging';
import { quietSiteOf, type Settings, withSite } from '@/lib/model';
import { changeSettings } from '@/lib/store';
import { displayText } from '@/lib/text';

/** @param act runs it, and shows what goes wrong */
export function QuietSwitch({
  page,
  stored,
  act,
}: {
  page: Page;
  stored: Settings | undefined;
  act: (work: () => Promise<unknown>) => Promise<boolean>;
}) {
  // The reader of PDFs is opened by the reader: it is never unasked.
  if (!stored || page.state !== 'read' || page.report.representation === 'pdf') return null;
  const { tabId, host } = page;
  // Of the whole site, where that is what was chosen: turning it off is for all of it.
  const site = quietSiteOf(stored, host);
  const quiet = site !== undefined;
  const turn = async () => {
    await changeSettings(({ quietHosts }) => ({
      quietHosts: withSite(quietHosts, host, !quiet),
    }));
    if (!quiet) await setBadge(tabId, 0);
    else if (!stored.onlyWhenAsked) await ask('page/look', { tabId });
  };
  const name = `Quiet on ${displayText(site ?? host)}`;
  return (
    <TipTrigger
      tip={
        quiet
          ? `${name}: pages there are looked at only when you ask`
          : `${name}: look at pages there only when I ask`
      }
      render={<button type="button" className={buttonClass('quiet', true)} />}
      role="switch"
      aria-checked={quiet}
      aria-label={name}
      id="quiet-switch"
      onClick={() => void act(turn)}
    >
      <Icon name={quiet ? 'bell-off' : 'bell'} />
    </TipTrigger>
  );
}
