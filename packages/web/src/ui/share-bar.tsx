const width = 1000;

export interface Share {
  /** The class of its colour. */
  readonly name: string;
  readonly size: bigint;
}

/** How a whole is shared out, as one bar; what is said of it stands in for the picture. Nothing where there is no whole. */
export function ShareBar(props: {
  readonly shares: readonly Share[];
  readonly label: string;
  /** More than the shares come to: the rest stays light. */
  readonly whole?: bigint;
}) {
  const { shares, label } = props;
  const { whole = shares.reduce((sum, { size }) => sum + size, 0n) } = props;
  if (whole <= 0n) return null;
  let x = 0;
  return (
    <svg
      className="balance"
      viewBox={`0 0 ${width} 12`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <rect className="rest" x={0} y={0} width={width} height={12} />
      {shares.map(({ name, size }) => {
        const long = Math.min(width - x, Number((size * BigInt(width)) / whole));
        const left = x;
        x += long;
        return <rect key={name} className={name} x={left} y={0} width={long} height={12} />;
      })}
    </svg>
  );
}
