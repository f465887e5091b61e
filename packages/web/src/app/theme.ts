import type { ThemeConfig } from "antd";

/** Colours of which each text stands out from its ground by 4.5 to 1 (WCAG 2.2 AA). */
export const theme: ThemeConfig = {
  cssVar: { key: "luyue" },
  hashed: false,
  token: {
    colorPrimary: "#0b4a9e",
    colorLink: "#0b4a9e",
    colorError: "#b42318",
    colorSuccess: "#1b6e3c",
    colorWarning: "#8a5a00",
    colorText: "#1f2329",
    colorTextSecondary: "#4b5563",
    colorTextTertiary: "#5c6470",
    colorTextDescription: "#5c6470",
    colorTextPlaceholder: "#6b7280",
    colorBgLayout: "#f4f6f9",
    borderRadius: 6,
    motion: false,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", system-ui, -apple-system, sans-serif',
  },
};
