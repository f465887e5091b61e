/** A text whose dates do not break at the end of a line. */
export function KeepDates({ text }: { text: string }) {
  const parts = text.split(/(\d{4}-\d{2}-\d{2})/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <span class="keep">{part}</span> : part))}</>;
}
