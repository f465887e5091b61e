export { renderLetter } from "./render-letter.tsx";
