import { describe, expect, it } from "vitest";
import type { ObligationView } from "./api-reader.ts";
import { ObligationList } from "./obligation-list.tsx";
import { owed } from "./sample-work.ts";

const pace = { state: "behind", why: { zh: "应完成3次，已完成1次", en: "3 expected, 1 done" } } as const;
const render = (quota: ObligationView["quota"], language: "zh" | "en" = "zh") =>
  String(
    <ObligationList
      view={{ language, today: "2026-12-01", person: undefined, path: "/" }}
      items={[owed({ quota })]}
      empty=""
    />,
  );

describe("an obligation that is counted", () => {
  it("shows done of owed, that it is behind, and why", () => {
    const html = render({ count: 6, done: 1, atMost: false, pace });
    expect(html).toContain("漏洞扫描 1/6");
    expect(html).toContain("进度落后");
    expect(html).toContain("进度：应完成3次，已完成1次");
    expect(render({ count: 6, done: 1, atMost: false, pace }, "en")).toContain("Pace: 3 expected, 1 done");
    const onPace = { ...pace, state: "onPace" } as const;
    expect(render({ count: 6, done: 3, atMost: false, pace: onPace })).not.toContain("进度落后");
  });

  it("shows of an allowance what was used of it, and what beyond it", () => {
    expect(render({ count: 30, done: 12, atMost: true, pace: null })).toContain("漏洞扫描 已用 12/30<");
    expect(render({ count: 30, done: 33, atMost: true, pace: null })).toContain("已用 33/30，超出 3");
    expect(render({ count: 30, done: 33, atMost: true, pace: null }, "en")).toContain(
      "33/30 used, 3 too many",
    );
  });

  it("shows nothing of it where nothing is counted", () => {
    expect(render(null)).toMatch(/漏洞扫描<|漏洞扫描\s*<\/div>/);
    expect(render(null)).not.toContain("进度");
  });
});
