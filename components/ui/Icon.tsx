/** The few line icons, drawn for a 16 px box with a 1.5 px pen. Decorative: the control says its name. */
const PATHS = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8Z',
  check: 'M3.5 8.5 6.5 11.5 12.5 5',
  close: 'M4 4l8 8M12 4l-8 8',
  settings:
    'M2.5 5h6.2M12.3 5h1.2M2.5 11h1.2M7.3 11h6.2M10.5 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6ZM5.5 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6Z',
  expand: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 1 0 0-9ZM10.5 10.5l3 3',
  map: 'M2.5 3.5h8M2.5 8h11M2.5 12.5h5',
  quote: 'M3 4.5h10M3 8h10M3 11.5h6',
  papers: 'M4 2.5h5.5L12 5v8.5H4ZM9.5 2.5V5H12M6.5 8h3M6.5 10.5h3',
  book: 'M8 4c-1.5-1-3.5-1.2-5.5-1v9.5c2-.2 4 0 5.5 1 1.5-1 3.5-1.2 5.5-1V3C11.5 2.8 9.5 3 8 4ZM8 4v9.5',
  exchange: 'M11 2.5 13.5 5 11 7.5M13.5 5H3M5 8.5 2.5 11 5 13.5M2.5 11H13',
  undo: 'M5.5 3.5 3 6l2.5 2.5M3 6h6.5a3.5 3.5 0 0 1 0 7H7',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.5 9h6l.5-9',
  plus: 'M8 3v10M3 8h10',
  edit: 'M10.5 3 13 5.5 6 12.5l-3 .5.5-3ZM9 4.5 11.5 7',
  panel: 'M2.5 3.5h11v9h-11ZM9.5 3.5v9',
  more: 'M3.5 8h.1M8 8h.1M12.5 8h.1',
  history: 'M3.2 5.2A5.5 5.5 0 1 1 2.5 8M3 2.5v3h3M8 5v3.2l2 1.3',
  folder: 'M2.5 12.5v-9h4l1.5 2h5.5v7Z',
  outline: 'M3 4h1M6 4h7M5 8h1M8 8h5M5 12h1M8 12h5',
  minus: 'M3 8h10',
  moon: 'M12.8 9.6A5.3 5.3 0 0 1 6.4 3.2 5.3 5.3 0 1 0 12.8 9.6Z',
  width: 'M2.5 3.5v9M13.5 3.5v9M4.8 8h6.4M6.6 6 4.6 8l2 2M9.4 6l2 2-2 2',
  up: 'M4.5 9.5 8 6l3.5 3.5',
  bell: 'M8 2.5a3.5 3.5 0 0 0-3.5 3.5c0 3-1.5 4.5-1.5 4.5h10S11.5 9 11.5 6A3.5 3.5 0 0 0 8 2.5ZM6.8 13h2.4',
  'bell-off':
    'M5.3 3.8A3.5 3.5 0 0 1 11.5 6c0 1.3.3 2.3.6 3M10.5 10.5H3S4.5 9 4.5 6M6.8 13h2.4M2.5 2.5l11 11',
  warning: 'M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ display: 'block', flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
