/** The way back to the file as the browser shows it. */
import { type ButtonLook, buttonClass } from '@/components/ui/Button';
import { openOriginal } from '@/lib/browser';

export function Original({
  url,
  look,
  className = '',
}: {
  url: string;
  look: ButtonLook;
  className?: string;
}) {
  return (
    <a
      className={`${buttonClass(look)} ${className}`.trim()}
      href={url}
      rel="noreferrer"
      onClick={(event) => {
        event.preventDefault();
        void openOriginal(url);
      }}
    >
      Open the original
    </a>
  );
}
