import { DomainError } from "@luyue/core/error";

const mostRows = 9999;
const mostFields = 200_000;

/**
 * The records of a CSV text (RFC 4180), a byte order mark aside; empty fields are null. Throws `invalid` where a quoted field
 * does not end, and for more than 9999 records or 200,000 fields.
 */
export function readCsv(text: string): readonly (readonly (string | null)[])[] {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let fields = 0;
  let at = 0;
  while (at < source.length) {
    fields += 1;
    if (fields > mostFields || rows.length >= mostRows) throw tooLarge();
    const field = source[at] === '"' ? readQuoted(source, at) : readPlain(source, at);
    row.push(field.value === "" ? null : field.value);
    at = field.end;
    if (source[at] === ",") {
      at += 1;
      if (at < source.length) continue;
      row.push(null);
    }
    if (source[at] === "\r") at += 1;
    if (source[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  return rows;
}

interface Field {
  readonly value: string;
  readonly end: number;
}

/** Up to the next comma or line end, each of which is one character that no field has outside quotes. */
function readPlain(source: string, start: number): Field {
  const stop = /[,\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(source)?.index ?? source.length;
  return { value: source.slice(start, end), end };
}

function readQuoted(source: string, start: number): Field {
  let at = start + 1;
  let value = "";
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote < 0) throw unended();
    value += source.slice(at, quote);
    if (source[quote + 1] !== '"') {
      const rest = readPlain(source, quote + 1);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    at = quote + 2;
  }
}

function tooLarge(): DomainError {
  return new DomainError("invalid", {
    zh: `CSV 过大：最多 ${mostRows} 行、${mostFields} 格，请删除多余的行列`,
    en: `the CSV is too large: at most ${mostRows} lines and ${mostFields} fields; remove those that are not needed`,
  });
}

function unended(): DomainError {
  return new DomainError("invalid", {
    zh: "CSV 中有引号没有成对",
    en: "a quoted field of the CSV does not end",
  });
}
