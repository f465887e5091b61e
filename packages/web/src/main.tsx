import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createQueries, Providers } from "./app/providers.tsx";
import { createPages } from "./app/router.tsx";
import { startWords } from "./words/words.ts";

const place = document.querySelector("#root");
if (place === null) throw new Error("index.html has no #root");
await startWords();
const queries = createQueries();
const router = createPages(queries);
createRoot(place).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
