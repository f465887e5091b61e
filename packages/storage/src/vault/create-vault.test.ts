import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createVault } from "./create-vault.ts";

const key = randomBytes(32);
const vault = createVault([key]);

describe("a vault", () => {
  it.each([
    ["JBSWY3DPEHPK3PXP", "a@a.example"],
    ["", ""],
    ["密钥 🔑", "单位"],
  ])("gives %j back for %j alone, sealed differently each time", (text, purpose) => {
    const sealed = vault.seal(text, purpose);
    expect(vault.unseal(sealed, purpose)).toBe(text);
    expect(sealed).not.toBe(vault.seal(text, purpose));
    expect(sealed).not.toContain(text === "" ? "\u0000" : text);
    expect(() => vault.unseal(sealed, `${purpose}x`)).toThrow();
  });

  it("notices any change", () => {
    const sealed = vault.seal("JBSWY3DPEHPK3PXP", "a@a.example");
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === "A" ? "Q" : "A"}${sealed.slice(at + 1)}`;
      expect(() => vault.unseal(changed, "a@a.example")).toThrow();
    }
  });

  it("opens what an older key sealed, as long as that is there", () => {
    const sealed = vault.seal("text", "p");
    const rotated = createVault([randomBytes(32), key]);
    expect(rotated.unseal(sealed, "p")).toBe("text");
    expect(() => vault.unseal(rotated.seal("text", "p"), "p")).toThrow("not there");
    expect(() => createVault([randomBytes(32)]).unseal(sealed, "p")).toThrow("not there");
  });

  it("takes no short key", () => {
    expect(() => createVault([])).toThrow(RangeError);
    expect(() => createVault([randomBytes(16)])).toThrow(RangeError);
  });
});
