const decimals = 12;

/** A decimal string as a whole number of 10⁻¹², so that sums and comparisons are exact. */
export function toUnits(decimal: string): bigint {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

/** The decimal string of whole units, without trailing zeros. */
export function fromUnits(units: bigint): string {
  const text = units.toString().padStart(decimals + 1, "0");
  const fraction = text.slice(-decimals).replace(/0+$/, "");
  return text.slice(0, -decimals) + (fraction === "" ? "" : `.${fraction}`);
}

export function sumUnits(all: readonly string[]): bigint {
  return all.reduce((sum, each) => sum + toUnits(each), 0n);
}

/** Percent of a rate's plain number: 0.7 is 70. */
export function percentOf(decimal: string): string {
  return fromUnits(toUnits(decimal) * 100n);
}
