const written = /^[¥￥]?\s*(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d{1,2}))?\s*元?$/;

/**
 * An amount as people write it, in yuan with two decimals: `¥1,075,746` is 1075746.00. What is no amount stays as it is, for
 * the server to say so.
 */
export function parseMoneyInput(value: string): string {
  const found = written.exec(value.trim());
  if (found === null) return value;
  const yuan = (found[1] ?? "").replaceAll(/[,，]/g, "").replace(/^0+(?=\d)/, "");
  return `${yuan}.${(found[2] ?? "").padEnd(2, "0")}`;
}
