import { describe, expect, it } from "vitest";
import { formatDetail } from "./delivery.ts";

describe("formatDetail", () => {
  it("keeps one line", () => {
    expect(formatDetail(" 451\r\ntry\tagain\u0000later ")).toBe("451 try again later");
  });

  it("keeps at most 300 characters", () => {
    expect(formatDetail("x".repeat(301))).toHaveLength(300);
  });
});
