/** A picture's width, shared out by amounts in whole parts of it; what is there is never too thin to see. */
export function shareOut(amounts: readonly bigint[], width: number): number[] {
  const whole = amounts.reduce((sum, each) => sum + each, 0n);
  if (whole === 0n) return amounts.map(() => 0);
  const least = 8;
  const free = BigInt(width - least * amounts.length);
  return amounts.map((each) => least + Number((each * free) / whole));
}
