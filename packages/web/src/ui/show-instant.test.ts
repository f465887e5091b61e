import { expect, it } from "vitest";
import { showInstant } from "./show-instant.ts";

it("shows an instant by the clock in Shanghai, in whatever zone it was written", () => {
  const shown = ["2026-05-12T09:01:30+08:00", "2026-05-11T23:30:00Z", "2026-05-12T09:01:00.250+08:00"];
  expect(shown.map(showInstant)).toEqual(["2026-05-12 09:01", "2026-05-12 07:30", "2026-05-12 09:01"]);
});
