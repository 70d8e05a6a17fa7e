/** The example article, with tagging mode over it. */
import { type ReactNode, useEffect, useRef } from 'react';
import { startTagging } from '../pdf/tag/start';
import type { TaggingController } from '../tagging.content/controller';
import styles from './Example.module.css';
import { EXAMPLE_SECTIONS, EXAMPLE_TITLE } from './example';
import { exampleMedium } from './medium';

/** @param onReady called once, with what turns tagging mode on and off here */
export function Example({ onReady }: { onReady: (tagging: TaggingController) => void }): ReactNode {
  const root = useRef<HTMLElement>(null);
  const ready = useRef(onReady);
  useEffect(() => {
    if (!root.current) return;
    const medium = exampleMedium(root.current);
    const tagging = startTagging(medium.page, medium);
    void tagging.refresh();
    ready.current(tagging);
  }, []);
  return (
    <article ref={root} className={styles.article} aria-label="Example article">
      <h2 className={styles.title}>{EXAMPLE_TITLE}</h2>
      {EXAMPLE_SECTIONS.map(({ title, sentences }, section) => (
        <section key={title}>
          <h3 data-section={section} className={styles.heading}>
            {title}
          </h3>
          <p>
            {sentences.map((sentence) => (
              <span key={sentence}>
                <span data-sentence={section}>{sentence}</span>{' '}
              </span>
            ))}
          </p>
        </section>
      ))}
    </article>
  );
}
