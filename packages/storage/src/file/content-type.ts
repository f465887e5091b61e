/** What may be stored: contracts, vouchers, deliverables and pictures. Nothing that a browser would run. */
export const contentTypes = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "text/plain",
  "text/csv",
] as const;
export type ContentType = (typeof contentTypes)[number];

export function isContentType(text: string): text is ContentType {
  return contentTypes.some((each) => each === text);
}
