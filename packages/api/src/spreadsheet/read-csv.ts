import { DomainError } from "@luyue/core/error";

/**
 * The records of a CSV text (RFC 4180), a byte order mark aside; empty fields are null. Throws `invalid` where a quoted field
 * does not end.
 */
export function readCsv(text: string): readonly (readonly (string | null)[])[] {
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const rows: (string | null)[][] = [];
  let row: (string | null)[] = [];
  let at = 0;
  while (at < source.length) {
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

function unended(): DomainError {
  return new DomainError("invalid", {
    zh: "CSV 中有引号没有成对",
    en: "a quoted field of the CSV does not end",
  });
}
