/** A figure on screen, in the colours of the surface; shape, place and hatching tell what colour does. Its table is below it. */
import { useId } from 'react';
import type { Figure, Shape } from '@/lib/map/outputs';
import { displayText } from '@/lib/text';
import styles from './FigureView.module.css';

export function FigureView({ figure }: { figure: Figure }) {
  const hatch = useId();
  const { title, width, height, shapes, legend } = figure;
  return (
    <figure className={styles.figure}>
      <svg
        className={styles.drawing}
        style={{ '--hatch': `url(#${hatch})` } as React.CSSProperties}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${displayText(title)}. The same numbers are in the table below.`}
      >
        <defs>
          <pattern
            id={hatch}
            width="4"
            height="4"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className={styles.ground} width="4" height="4" />
            <rect className={styles.stripe} width="2" height="4" />
          </pattern>
        </defs>
        {shapes.map((shape, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing has no other names for its parts
          <Drawn key={i} shape={shape} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        {legend.map(({ tone, text }) => (
          <span key={text} className={styles.entry}>
            <svg
              className={styles.mark}
              width="11"
              height="11"
              aria-hidden="true"
              style={{ '--hatch': `url(#${hatch})` } as React.CSSProperties}
            >
              <Drawn shape={{ kind: 'rect', x: 1, y: 1, width: 9, height: 9, tone }} />
            </svg>
            {text}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Drawn({ shape }: { shape: Shape }) {
  const tone = styles[shape.tone];
  if (shape.kind === 'text')
    return (
      <text
        className={shape.isStrong ? `${tone} ${styles.strong}` : tone}
        x={shape.x}
        y={shape.y}
        textAnchor={shape.anchor}
      >
        {displayText(shape.text)}
      </text>
    );
  if (shape.kind === 'line')
    return (
      <line
        className={`${tone} ${styles.line}`}
        x1={shape.x1}
        y1={shape.y1}
        x2={shape.x2}
        y2={shape.y2}
      />
    );
  const title = shape.title ? <title>{displayText(shape.title)}</title> : null;
  if (shape.kind === 'circle')
    return (
      <circle className={`${tone} ${styles.area}`} cx={shape.x} cy={shape.y} r={shape.r}>
        {title}
      </circle>
    );
  return (
    <rect
      className={`${tone} ${styles.area}`}
      x={shape.x}
      y={shape.y}
      width={shape.width}
      height={shape.height}
    >
      {title}
    </rect>
  );
}
