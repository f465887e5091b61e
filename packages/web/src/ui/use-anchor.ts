import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** Brings what the address names into view once it is there, and marks it; of a series that has one place, that place. */
export function useAnchor(isThere: boolean): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || hash === "") return undefined;
    const found =
      document.getElementById(hash) ?? document.getElementById(hash.split(".").slice(0, 2).join("."));
    if (found === null) return undefined;
    found.scrollIntoView({ block: "start" });
    found.classList.add("meant");
    return () => found.classList.remove("meant");
  }, [isThere, hash]);
}
