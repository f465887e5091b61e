import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** Brings what the address names into view once it is there, and marks it. */
export function useAnchor(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || hash === "") return undefined;
    const found = document.getElementById(hash);
    if (found === null) return undefined;
    found.scrollIntoView({ block: "start" });
    found.classList.add("meant");
    return () => found.classList.remove("meant");
  }, [isThere, hash]);
}
