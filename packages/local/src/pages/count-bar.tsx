import { shareOut } from "./share-out.ts";

/** A part of a bar: how many, its name, and the class of its colour. */
export interface CountPart {
  readonly key: keyof typeof colours;
  readonly count: number;
  readonly name: string;
}

const colours = {
  done: "#1b6e3c",
  check: "#d9a441",
  back: "#7a4fb5",
  overdue: "#b42318",
  open: "#5b8fd6",
  rest: "#c3d5ee",
} as const;
const width = 1000;
const height = 24;

/** How many of how many stand where, as a bar; the same in words beneath. Parts of which there are none are left out. */
export function CountBar({ parts, label }: { parts: readonly CountPart[]; label: string }) {
  const shown = parts.filter(({ count }) => count > 0);
  const widths = shareOut(
    shown.map(({ count }) => BigInt(count)),
    width,
  );
  return (
    <div class="balance">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
        <rect x={0} y={0} width={width} height={height} fill="#eef1f5" />
        {shown.map(({ key }, index) => (
          <rect
            x={widths.slice(0, index).reduce((sum, each) => sum + each, 0)}
            y={0}
            width={widths[index] ?? 0}
            height={height}
            fill={colours[key]}
          />
        ))}
      </svg>
      <ul class="legend">
        {shown.map(({ key, name, count }) => (
          <li>
            <span class={`dot of-${key}`} />
            {`${name} ${count.toLocaleString("en-US")}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
