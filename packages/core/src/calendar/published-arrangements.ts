import type { Arrangement } from "./arrangement.ts";
import { arrangement2024 } from "./arrangement-2024.ts";
import { arrangement2025 } from "./arrangement-2025.ts";
import { arrangement2026 } from "./arrangement-2026.ts";

/** The arrangements that ship with the product; a newer one is added to them when it is published. */
export const publishedArrangements: readonly Arrangement[] = [
  arrangement2024,
  arrangement2025,
  arrangement2026,
];
